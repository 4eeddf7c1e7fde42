import { cutText } from "./cut-text.ts";
import { clusters, foldCharacter } from "./search-fold.ts";

/** A word, or one character of a script written without spaces, at its place in the text. */
export interface SearchUnit {
  exact: string;
  loose: string;
  isCharacter: boolean;
  /** Nothing stands between this and the unit before. */
  isGlued: boolean;
  /** Where it stands, in UTF-16 units of the original text. Neither end splits a character from its marks. */
  start: number;
  end: number;
}

/** Longer words count by so many UTF-16 units of their start. */
const longestWord = 120;

/** The words and characters of a text, in order. O(length); the same on every machine, since no dictionary is asked. */
export function searchUnits(text: string): SearchUnit[] {
  const units: SearchUnit[] = [];
  let word: SearchUnit | null = null;
  let isGlued = false;
  const close = () => {
    if (word === null) return;
    word.exact = cutText(word.exact.normalize("NFC"), longestWord);
    word.loose = cutText(word.loose.normalize("NFC"), longestWord);
    units.push(word);
    word = null;
    isGlued = true;
  };
  for (const { 0: cluster, index } of text.matchAll(clusters)) {
    const { kind, exact, loose } = foldCharacter(cluster);
    const end = index + cluster.length;
    if (kind === "letter") {
      word ??= { exact: "", loose: "", isCharacter: false, isGlued, start: index, end };
      // Nothing beyond the cut is kept, so that a text without spaces costs no more than its length.
      if (word.exact.length < 2 * longestWord) word.exact += exact;
      if (word.loose.length < 2 * longestWord) word.loose += loose;
      word.end = end;
    } else if (kind === "character") {
      close();
      units.push({ exact, loose, isCharacter: true, isGlued, start: index, end });
      isGlued = true;
    } else if (kind === "separator") {
      close();
      isGlued = false;
    }
  }
  close();
  return units;
}
