/** A word at its place in a text, in UTF-16 units. */
export interface WordPlace {
  /** As words are compared: NFKC, lower case, one apostrophe. */
  word: string;
  start: number;
  end: number;
}

/**
 * The words of a text in order, as its language divides them: by dictionary for Chinese, Japanese, Thai, Lao, Khmer and
 * Burmese, by space and punctuation elsewhere. No word begins or ends inside a grapheme. Dictionaries differ a little
 * between browsers and servers, so places are not to be stored. O(length).
 */
export function wordPlaces(text: string, language: string): WordPlace[] {
  const borders = new Set<number>([text.length]);
  for (const { index } of segmenter(language, "grapheme").segment(text)) borders.add(index);
  const places: WordPlace[] = [];
  for (const { segment, index, isWordLike } of segmenter(language, "word").segment(text)) {
    const last = places.at(-1);
    // A dictionary may cut before a mark: what follows belongs to the word before.
    if (!borders.has(index) && last?.end === index) {
      last.end = index + segment.length;
      last.word = asCompared(text.slice(last.start, last.end));
    } else if (isWordLike) places.push({ word: asCompared(segment), start: index, end: index + segment.length });
  }
  return places;
}

/** A word as words are compared. */
export function asCompared(word: string): string {
  return word.normalize("NFKC").toLowerCase().replaceAll("\u2019", "'");
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string, granularity: "word" | "grapheme"): Intl.Segmenter {
  const name = `${language} ${granularity}`;
  const known = segmenters.get(name);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language === "und" ? undefined : language, { granularity });
  segmenters.set(name, made);
  return made;
}
