import { segmenter } from "#lib/text/segmenter.ts";
import { asCompared } from "#lib/text/word-places.ts";

/** A word that earned a score, under the number that it has in the text and in Why. */
export interface MarkedWord {
  number: number;
  word: string;
}

/** A stretch of text: plain when no word is marked in it. */
export interface MarkedPiece {
  text: string;
  /** The words in this stretch; several where pairs of signs overlap, as in Chinese or Thai. */
  numbers: readonly number[];
  /** Those met here for the first time, which print their number. */
  firsts: readonly number[];
}

const letterBefore = /[\p{L}\p{M}\p{N}]$/u;
const letterAfter = /^[\p{L}\p{M}\p{N}]/u;
const unspaced =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Javanese}\p{scx=Balinese}\p{scx=Tai_Tham}]/u;
/** A word longer than what scores show ends so. */
const cut = "…";

/**
 * A text cut at the words that earned a score. Words are looked for as scoring reads them (NFKC, lower case, one apostrophe), whole in
 * scripts that part words by space, anywhere in those that do not. `seen` holds the numbers that earlier texts of the
 * same conversation have printed, and is added to. The pieces joined are the text. O(length × words).
 */
export function markWords(text: string, words: readonly MarkedWord[], seen: Set<number>): MarkedPiece[] {
  if (words.length === 0) return [{ text, numbers: [], firsts: [] }];
  const { folded, places } = fold(text);
  const found = words.flatMap(({ number, word }) =>
    occurrences(folded, word).map(([from, to]) => ({ number, from: places[from] ?? 0, to: places[to] ?? text.length })),
  );
  found.sort((one, other) => one.from - other.from || one.to - other.to);
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (let at = 0; at < found.length; ) {
    const first = found[at];
    if (first === undefined) break;
    const numbers = new Set<number>();
    let to = first.from;
    for (let next = found[at]; next !== undefined && (next.from < to || next === first); next = found[at]) {
      numbers.add(next.number);
      to = Math.max(to, next.to);
      at += 1;
    }
    if (first.from > end) pieces.push({ text: text.slice(end, first.from), numbers: [], firsts: [] });
    const firsts = [...numbers].filter((number) => !seen.has(number));
    for (const number of firsts) seen.add(number);
    pieces.push({ text: text.slice(first.from, to), numbers: [...numbers], firsts });
    end = to;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), numbers: [], firsts: [] });
  return pieces;
}

function occurrences(folded: string, word: string): [from: number, to: number][] {
  const open = word.endsWith(cut);
  const sought = open ? word.slice(0, -cut.length) : word;
  if (sought === "") return [];
  const whole = !unspaced.test(sought);
  const found: [number, number][] = [];
  for (let from = folded.indexOf(sought); from >= 0; from = folded.indexOf(sought, from + 1)) {
    let to = from + sought.length;
    if (whole && letterBefore.test(folded.slice(Math.max(0, from - 2), from))) continue;
    if (open) while (letterAfter.test(folded.slice(to, to + 2))) to += 1;
    if (whole && letterAfter.test(folded.slice(to, to + 2))) continue;
    found.push([from, to]);
  }
  return found;
}

/** The text as scoring reads it, and for each of its UTF-16 units where that lies in the text: the start of its grapheme. */
function fold(text: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  for (const { segment, index } of segmenter("und", "grapheme").segment(text)) {
    const normal = asCompared(segment);
    for (let unit = 0; unit < normal.length; unit += 1) places.push(index);
    folded += normal;
  }
  return { folded, places };
}
