import type { PlaceMatcher } from "./place-matcher.ts";

/** What stands for a name that was masked. */
export const MASK = "▢";

/** The text with every name that the matcher finds replaced by ▢, the longest name first. O(characters × name length). */
export function maskPlaces(text: string, matcher: PlaceMatcher): string {
  let masked = "";
  let from = 0;
  let at = 0;
  while (at < text.length) {
    const end = matcher.endOf(text, at);
    if (end === -1) {
      at += 1;
      continue;
    }
    masked += text.slice(from, at) + MASK;
    from = end;
    at = end;
  }
  return from === 0 ? text : masked + text.slice(from);
}
