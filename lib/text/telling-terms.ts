import { isRun, pairTerm } from "./search-terms.ts";
import { searchUnits } from "./search-units.ts";

/**
 * The terms of the search by which a text is told from others best: pairs of neighbouring words, and threes of characters in
 * scripts without spaces, the longest first, since long words are rare. At most `most`. O(length · log length).
 */
export function tellingTerms(text: string, most: number): string[] {
  const units = searchUnits(text);
  const terms = new Set<string>();
  for (const [index, first] of units.entries()) {
    const [second, third] = units.slice(index + 1, index + 3);
    if (second === undefined) break;
    if (!isRun(first, second)) terms.add(pairTerm(first.loose, second.loose));
    else if (third !== undefined && isRun(second, third)) terms.add(first.loose + second.loose + third.loose);
  }
  return [...terms].sort((a, b) => b.length - a.length).slice(0, most);
}
