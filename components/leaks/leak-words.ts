import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import type { LeakKind, NeighbourPass } from "#lib/schema/leak.ts";

/** The finding, as the title of the list. */
export function leakFinding(kind: LeakKind, total: number): string {
  if (kind === "leaks") {
    if (total === 0) return "Nothing here is said in another culture too";
    return `${plural(total, "conversation")} ${total === 1 ? "says" : "say"} what other cultures say too`;
  }
  if (total === 0) return "Nothing here is said twice";
  return `${formatCount(total)} ${total === 1 ? "thing is" : "things are"} said more than once in one culture`;
}

/** In how many other cultures the same is said: `says the same in 7 of 9`. */
export function sameWords(sameIn: number, compared: number): string {
  return `says the same in ${formatCount(sameIn)} of ${formatCount(compared)}`;
}

/** How the neighbours were found and how sure that is. */
export function passWords(pass: NonNullable<NeighbourPass>): string {
  const compared = `${plural(pass.items, "answer")} compared by ${pass.basis === "lexical" ? "wording, within a language" : "meaning"}`;
  if (pass.recall === null) return `${compared}, each with every other.`;
  const share = Math.floor(pass.recall * 1000) / 10;
  return `${compared}. The search is fast and not complete: in a sample it found ${share} % of the ten nearest.`;
}
