/** What a character is to search: part of a word, a word by itself (in scripts written without spaces), nothing, or a gap. */
export type FoldedKind = "letter" | "character" | "ignored" | "separator";

/** One character with its marks as search compares it. */
export interface FoldedCharacter {
  kind: FoldedKind;
  /** Case, width and letter variants made one; marks that tell words apart are kept. */
  exact: string;
  /** The same without the marks of Latin and Greek letters: what somebody types who has no keys for them. */
  loose: string;
}

/**
 * Scripts that put no spaces between words, and Hangul, whose particles stick to the word: searched by characters, so that
 * no dictionary decides where a word ends.
 */
const unspaced =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tale}\p{scx=Talu}\p{scx=Lana}\p{scx=Tavt}\p{scx=Java}\p{scx=Bali}\p{scx=Yiii}\p{scx=Tang}\p{scx=Nshu}]/u;
const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const notOfWords = /[^\p{L}\p{M}\p{N}]/gu;
const letterOrDigit = /[\p{L}\p{N}]/u;

/** Joiners, direction marks, soft hyphens, variation selectors and the Arabic stretching line: seen, never typed. */
const invisible =
  /^[\u00ad\u034f\u061c\u0640\u07fa\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]+$/u;
/** Letters that are apostrophes: with or without them, typed this way or that, the parts are the same. */
const apostrophes = /[\u02b9-\u02bf\u02c8\u055a\ua78b\ua78c]/u;

/** Marks that readers know and do not type: Arabic vowel signs and hamza, Hebrew points, the nukta of Hindi and Punjabi. */
const untyped =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u093c\u0a3c\ufe00-\ufe0f\u034f]/gu;

/** Letters written in several ways: kaf, ya and ha of Arabic, Persian and Urdu; alef; capital and final forms. */
const sameLetter: Readonly<Record<string, string>> = {
  "\u06a9": "\u0643",
  "\u06aa": "\u0643",
  "\u06cc": "\u064a",
  "\u0649": "\u064a",
  "\u06d0": "\u064a",
  "\u06c1": "\u0647",
  "\u06d5": "\u0647",
  "\u0629": "\u0647",
  "\u06c3": "\u0647",
  "\u0671": "\u0627",
  "\u0672": "\u0627",
  "\u0673": "\u0627",
  ß: "ss",
  ς: "σ",
  ı: "i",
  ё: "е",
};

/** Letters whose stroke, hook or joint is no mark to Unicode but is one to a keyboard without it. */
const plainLetter: Readonly<Record<string, string>> = {
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ŧ: "t",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ŋ: "n",
  ɓ: "b",
  ɗ: "d",
  ƙ: "k",
  ƴ: "y",
  ɛ: "e",
  ɔ: "o",
  ɩ: "i",
  ʋ: "v",
  ə: "e",
};

/** Where each script's digits begin; all are read as 0 to 9. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0x1810,
];

/** A base with its marks, a Hangul syllable in parts, or narrow kana with its voicing mark. Marks alone stand for themselves. */
export const clusters = /[\u1100-\u1112][\u1161-\u1175][\u11a8-\u11c2]?|\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu;

const longestCluster = 16;
const known = new Map<string, FoldedCharacter>();
const mostKnown = 50_000;

/** How search sees one cluster of `clusters`. Pure; what was folded before is remembered. */
export function foldCharacter(cluster: string): FoldedCharacter {
  const before = known.get(cluster);
  if (before) return before;
  const folded = fold(cluster);
  if (known.size >= mostKnown) known.clear();
  known.set(cluster, folded);
  return folded;
}

function fold(cluster: string): FoldedCharacter {
  const nothing = (kind: FoldedKind): FoldedCharacter => ({ kind, exact: "", loose: "" });
  if (invisible.test(cluster)) return nothing("ignored");
  if (apostrophes.test(cluster)) return nothing("separator");
  const plain = cluster
    .slice(0, longestCluster * 2)
    .toWellFormed()
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC");
  if (!wordCharacter.test(plain)) return nothing("separator");
  // Taken apart, without what is not typed, and each letter in its one form; `i` with a dot above is Turkish lower case.
  const parts = plain
    .replace(notOfWords, "")
    .normalize("NFD")
    .replace(untyped, "")
    .replace(/i\u0307/gu, "i");
  const letters = Array.from(parts.normalize("NFC"), oneForm)
    .join("")
    .replace(/([\u0400-\u052f])\u0301/gu, "$1");
  const exact = Array.from(letters).slice(0, longestCluster).join("");
  if (exact === "") return nothing("ignored");
  // By its base alone: marks are shared among scripts.
  const base = letterOrDigit.exec(exact)?.[0] ?? "";
  const isCharacter = unspaced.test(base);
  return { kind: isCharacter ? "character" : "letter", exact, loose: isCharacter ? exact : withoutMarks(exact) };
}

function oneForm(letter: string): string {
  const same = sameLetter[letter];
  if (same !== undefined) return same;
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x660) return letter;
  const zero = zeros.find((start) => code >= start && code < start + 10);
  return zero === undefined ? letter : String(code - zero);
}

function withoutMarks(exact: string): string {
  if (!/[\p{sc=Latn}\p{sc=Grek}]/u.test(exact)) return exact;
  const bare = exact.normalize("NFD").replace(/\p{M}/gu, "");
  return Array.from(bare, (letter) => plainLetter[letter] ?? letter).join("");
}
