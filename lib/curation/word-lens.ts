import { segmenter } from "#lib/text/segmenter.ts";
import { type WordPlace, wordPlaces } from "#lib/text/word-places.ts";

/** The words that a column uses, and the pairs of words that stand side by side in it. */
export interface WordIndex {
  words: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
}

/** A stretch of a text, in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
}

/** Two words with at most spaces between them stand side by side; a comma or a full stop parts them. */
const besides = /^\s*$/u;
const unspaced =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{M}]+$/u;

/** What the texts of one column say, for the other columns to be held against. O(length). */
export function indexWords(texts: readonly string[], language: string): WordIndex {
  const words = new Set<string>();
  const pairs = new Set<string>();
  for (const text of texts) {
    let before: WordPlace | null = null;
    for (const place of wordPlaces(text, language)) {
      words.add(place.word);
      if (before !== null && besides.test(text.slice(before.end, place.start))) pairs.add(pairOf(before, place));
      before = place;
    }
  }
  return { words, pairs };
}

/**
 * The stretches that no other column has: words that none of them uses, and, where it is known which words are usual,
 * pairs of telling words that none of them has side by side. What touches is one stretch, and so are two that one shared
 * word parts ("tea with salt"). Words of figures count; usual words, and the shortest of scripts without spaces, do not
 * count alone. O(length).
 * @param elsewhere the other columns of the language, at least one: with none, everything would be only here
 */
export function onlyHere(
  text: string,
  language: string,
  elsewhere: readonly WordIndex[],
  usual: ReadonlySet<string>,
): Stretch[] {
  if (elsewhere.length === 0) throw new RangeError("onlyHere needs another column to compare with");
  const places = wordPlaces(text, language);
  const isTold = (word: string) => elsewhere.some(({ words }) => words.has(word));
  const own = places.map(({ word }) => tells(word, language, usual) && !isTold(word));
  const marked = [...own];
  if (usual.size > 0) {
    for (const [at, place] of places.entries()) {
      const next = places[at + 1];
      if (next === undefined || !tells(place.word, language, usual) || !tells(next.word, language, usual)) continue;
      if (!besides.test(text.slice(place.end, next.start))) continue;
      if (elsewhere.some(({ pairs }) => pairs.has(pairOf(place, next)))) continue;
      marked[at] = true;
      marked[at + 1] = true;
    }
  }
  for (const [at, place] of places.entries()) {
    const [before, after] = [places[at - 1], places[at + 1]];
    if (!own[at - 1] || !own[at + 1] || before === undefined || after === undefined) continue;
    if (besides.test(text.slice(before.end, place.start)) && besides.test(text.slice(place.end, after.start)))
      marked[at] = true;
  }
  return stretches(text, places, marked);
}

/**
 * The stretches made of words that more than half of the columns use, the own one counted. Usual words do not count.
 * O(length × columns).
 * @param columns all columns of the language, the own one among them, at least two
 */
export function saidByMost(
  text: string,
  language: string,
  columns: readonly WordIndex[],
  usual: ReadonlySet<string>,
): Stretch[] {
  if (columns.length < 2) throw new RangeError("saidByMost needs two columns");
  const places = wordPlaces(text, language);
  const marked = places.map(
    ({ word }) =>
      tells(word, language, usual) &&
      columns.filter(({ words }) => words.has(word)).length > Math.max(1, columns.length / 2),
  );
  return stretches(text, places, marked);
}

function stretches(text: string, places: readonly WordPlace[], marked: readonly boolean[]): Stretch[] {
  const found: Stretch[] = [];
  let last: Stretch | null = null;
  for (const [at, { start, end }] of places.entries()) {
    if (!marked[at]) continue;
    if (last !== null && marked[at - 1] && besides.test(text.slice(last.end, start))) last.end = end;
    else {
      last = { start, end };
      found.push(last);
    }
  }
  return found;
}

/**
 * Whether a word alone says something. In scripts without spaces the shortest words are particles as often as not: one sign
 * of Han in Chinese, one or two of kana, one of Thai. In Japanese one sign of Han is a noun.
 */
function tells(word: string, language: string, usual: ReadonlySet<string>): boolean {
  if (usual.has(word)) return false;
  if (!unspaced.test(word)) return true;
  const length = [...segmenter("und", "grapheme").segment(word)].length;
  if (/^\p{scx=Hiragana}+$/u.test(word)) return length > 2;
  return length > 1 || (language.startsWith("ja") && /^\p{scx=Han}/u.test(word));
}

/** No word holds a space. */
function pairOf(one: WordPlace, other: WordPlace): string {
  return `${one.word} ${other.word}`;
}
