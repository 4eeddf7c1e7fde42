/**
 * Words of a text in any script. `codes` holds the normalised text as UTF-16 code units with exactly one boundary (a
 * space) before, between and after runs. A run is an unbroken stretch of letters, marks and digits. In scripts written
 * with spaces every run is a word; in scripts written without (Chinese, Japanese, Thai, Lao, Khmer, Burmese …) the words
 * of a run are its overlapping pairs of characters, each with its marks. Reused from text to text: read before the next.
 */
export interface WordTokens {
  codes: Uint16Array;
  runStarts: Int32Array;
  runEnds: Int32Array;
  runCount: number;
  wordStarts: Int32Array;
  wordEnds: Int32Array;
  wordCount: number;
}

const boundary = 0x20;
const separator = 0;
const spaced = 1;
const unspaced = 2;
const mark = 3;
const apostrophe = 4;

const wordCharacter = /[\p{L}\p{N}]/u;
const markCharacter = /[\p{M}\u200c\u200d]/u;
const unspacedScript =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Javanese}\p{scx=Balinese}\p{scx=Tai_Tham}\p{scx=Tai_Le}\p{scx=New_Tai_Lue}\p{scx=Tai_Viet}]/u;
const longestWordShown = 40;

/** An empty holder for `readWordTokens`. */
export function createWordTokens(): WordTokens {
  return {
    codes: new Uint16Array(4096),
    runStarts: new Int32Array(1024),
    runEnds: new Int32Array(1024),
    runCount: 0,
    wordStarts: new Int32Array(2048),
    wordEnds: new Int32Array(2048),
    wordCount: 0,
  };
}

/** Reads a text into a holder (NFKC, lower case). O(length). */
export function readWordTokens(text: string, into: WordTokens): void {
  const normal = text.normalize("NFKC").toLowerCase();
  reserve(into, normal.length);
  const { codes, runStarts, runEnds } = into;
  const classes = codeClasses();
  let used = 0;
  let runs = 0;
  let words = 0;
  codes[used++] = boundary;
  let at = 0;
  while (at < normal.length) {
    let kind = classAt(normal, at, classes);
    if (kind === separator || kind === apostrophe) {
      at++;
      continue;
    }
    const script = kind === unspaced ? unspaced : spaced;
    const start = used;
    while (at < normal.length) {
      const code = normal.charCodeAt(at);
      kind = classAt(normal, at, classes);
      if (kind === apostrophe) {
        // An apostrophe belongs to a word only between two letters, as in "don't".
        if (script !== spaced || at + 1 >= normal.length || classAt(normal, at + 1, classes) !== spaced) break;
        codes[used++] = 0x27;
        at++;
        continue;
      }
      if (kind !== script && kind !== mark) break;
      codes[used++] = code;
      at++;
      if (isPair(normal, at - 1)) codes[used++] = normal.charCodeAt(at++);
    }
    runStarts[runs] = start;
    runEnds[runs] = used;
    runs++;
    words = script === spaced ? addWord(into, words, start, used) : addPairs(into, words, start, used, classes);
    codes[used++] = boundary;
  }
  into.runCount = runs;
  into.wordCount = words;
}

/** The text of the word at an index, cut after 40 code units. */
export function wordAt(tokens: WordTokens, index: number): string {
  const start = tokens.wordStarts[index] ?? 0;
  const end = tokens.wordEnds[index] ?? 0;
  // A fresh string, not a slice: a slice would keep the whole text in memory.
  const word = String.fromCharCode(...tokens.codes.subarray(start, Math.min(end, start + longestWordShown)));
  return (end - start > longestWordShown ? `${word}…` : word).toWellFormed();
}

function addWord(into: WordTokens, words: number, start: number, end: number): number {
  into.wordStarts[words] = start;
  into.wordEnds[words] = end;
  return words + 1;
}

function addPairs(into: WordTokens, first: number, start: number, end: number, classes: Uint8Array): number {
  let words = first;
  let before = -1;
  let current = start;
  while (current < end) {
    let next = current + (isSurrogatePair(into.codes, current, end) ? 2 : 1);
    while (next < end && classes[into.codes[next] ?? 0] === mark) next++;
    if (before !== -1) words = addWord(into, words, before, next);
    before = current;
    current = next;
  }
  return words === first ? addWord(into, words, start, end) : words;
}

function reserve(into: WordTokens, length: number): void {
  // Every code unit could be a run of its own with a boundary after it.
  if (into.codes.length < length * 2 + 2) into.codes = new Uint16Array(length * 3 + 2);
  if (into.wordStarts.length <= length) {
    into.runStarts = new Int32Array(length + 1024);
    into.runEnds = new Int32Array(length + 1024);
    into.wordStarts = new Int32Array(length + 1024);
    into.wordEnds = new Int32Array(length + 1024);
  } else if (into.runStarts.length <= length) {
    into.runStarts = new Int32Array(into.wordStarts.length);
    into.runEnds = new Int32Array(into.wordStarts.length);
  }
}

function isPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff || at + 1 >= text.length) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}

function isSurrogatePair(codes: Uint16Array, at: number, end: number): boolean {
  const code = codes[at] ?? 0;
  return code >= 0xd800 && code <= 0xdbff && at + 1 < end;
}

function classAt(text: string, at: number, classes: Uint8Array): number {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code <= 0xdbff && isPair(text, at)) return classOf(text.slice(at, at + 2));
  return classes[code] ?? separator;
}

function classOf(character: string): number {
  if (markCharacter.test(character)) return mark;
  if (!wordCharacter.test(character)) return character === "'" || character === "\u2019" ? apostrophe : separator;
  return unspacedScript.test(character) ? unspaced : spaced;
}

let knownClasses: Uint8Array | null = null;

function codeClasses(): Uint8Array {
  if (knownClasses !== null) return knownClasses;
  const classes = new Uint8Array(0x10000);
  for (let code = 0; code < 0x10000; code++) {
    if (code < 0xd800 || code > 0xdfff) classes[code] = classOf(String.fromCharCode(code));
  }
  knownClasses = classes;
  return classes;
}
