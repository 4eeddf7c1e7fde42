import { segments } from "./segments.ts";

/** A word at its place in a text, in UTF-16 units. */
export interface WordPlace {
  /** As words are compared: NFKC, lower case, one apostrophe. */
  word: string;
  start: number;
  end: number;
}

/**
 * The words of a text in order, as its language divides them; see `segments`. No word begins or ends inside a grapheme. Places are
 * not to be stored. O(length).
 */
export function wordPlaces(text: string, language: string): WordPlace[] {
  return segments(text, language).flatMap(({ text: word, start, isWordLike }) =>
    isWordLike ? [{ word: asCompared(word), start, end: start + word.length }] : [],
  );
}

/** A word as words are compared. */
export function asCompared(word: string): string {
  return word.normalize("NFKC").toLowerCase().replaceAll("\u2019", "'");
}
