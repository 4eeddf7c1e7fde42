import type { PlaceMatcher } from "./place-matcher.ts";

/** What stands for a name that was masked. */
export const MASK = "▢";

/** The text with every name that the matcher finds replaced by ▢, the longest name first. O(characters × name length). */
export function maskPlaces(text: string, matcher: PlaceMatcher): string {
  let masked = "";
  let from = 0;
  let at = 0;
  while (at < text.length) {
    // No name begins inside a word of plain letters, where most places in most texts lie.
    if (at > 0 && isPlainLetter(text.charCodeAt(at)) && isPlainLetter(text.charCodeAt(at - 1)) && at !== from) {
      at += 1;
      continue;
    }
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

function isPlainLetter(unit: number): boolean {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a);
}
