import { segmenter } from "./segmenter.ts";

/** A word, or what stands between two, at its place in a text, in UTF-16 units. */
export interface Segment {
  text: string;
  start: number;
  isWordLike: boolean;
}

/**
 * A text in order as its language divides it: by dictionary for Chinese, Japanese, Thai, Lao, Khmer and Burmese, by space and
 * punctuation elsewhere. Borders inside a grapheme, which some dictionaries make, are healed. Joined, the segments are the text.
 * Dictionaries differ a little between browsers and servers, so places are not to be stored. O(length).
 */
export function segments(text: string, language: string): Segment[] {
  const borders = new Set<number>();
  for (const { index } of segmenter(language, "grapheme").segment(text)) borders.add(index);
  const found: Segment[] = [];
  for (const { segment, index, isWordLike = false } of segmenter(language, "word").segment(text)) {
    const last = found.at(-1);
    if (last === undefined || borders.has(index)) found.push({ text: segment, start: index, isWordLike });
    else last.text += segment;
  }
  return found;
}
