import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedShare, type DiffPart, wordDiff } from "./word-diff.ts";

const join = (parts: readonly DiffPart[], kind: "added" | "removed") =>
  parts
    .filter((part) => part.kind === "same" || part.kind === kind)
    .map((part) => part.text)
    .join("");

const graphemes = (text: string) =>
  [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)].map((each) => each.segment);

/** Letters, marks and joiners of scripts in which a grapheme takes several code points. */
const letters = [..."abकिक्षाशुไทยที่น้ำ日本語中文السَّلامُ한국 👩‍👩‍👧 🇮🇳é"].concat([
  "\u200d",
  "\u200c",
  "\u0301",
  " ",
  ".",
  "\n",
]);
const text = fc.array(fc.constantFrom(...letters), { maxLength: 40 }).map((each) => each.join(""));
const language = fc.constantFrom("en", "hi", "th", "ja", "zh", "ar", "ko", "und");

describe("wordDiff", () => {
  test("replaces a word and keeps the rest", () => {
    expect(wordDiff("the tea is hot", "the tea was hot", "en")).toEqual([
      { kind: "same", text: "the tea " },
      { kind: "removed", text: "is" },
      { kind: "added", text: "was" },
      { kind: "same", text: " hot" },
    ]);
  });

  test("says an inserted phrase in one piece", () => {
    expect(wordDiff("hot tea", "hot and very sweet tea", "en")).toEqual([
      { kind: "same", text: "hot " },
      { kind: "added", text: "and very sweet " },
      { kind: "same", text: "tea" },
    ]);
  });

  test.each([
    ["ja", "お茶を飲みます", "お酒を飲みます", "お酒"],
    ["th", "ฉันดื่มชา", "ฉันดื่มกาแฟ", "กาแฟ"],
    ["zh", "他在学校学习", "他在图书馆学习", "图书馆"],
  ])("divides %s by its dictionary", (tag, before, after, word) => {
    const added = wordDiff(before, after, tag).filter((part) => part.kind === "added");
    expect(added.map((part) => part.text)).toEqual([word]);
  });

  test("keeps a Devanagari word whole when only a vowel sign changes", () => {
    expect(wordDiff("कि", "की", "hi")).toEqual([
      { kind: "removed", text: "कि" },
      { kind: "added", text: "की" },
    ]);
  });

  test("keeps a family of joined emoji whole", () => {
    expect(wordDiff("👩‍👩‍👧", "👩‍👩‍👦", "en").map((part) => part.text)).toEqual(["👩‍👩‍👧", "👩‍👩‍👦"]);
  });

  test("U26: gives back both texts", () => {
    fc.assert(
      fc.property(text, text, language, (before, after, tag) => {
        const parts = wordDiff(before, after, tag);
        expect(join(parts, "removed")).toBe(before);
        expect(join(parts, "added")).toBe(after);
      }),
    );
  });

  test("U26: never splits a grapheme of the text before", () => {
    fc.assert(
      fc.property(text, text, language, (before, after, tag) => {
        const parts = wordDiff(before, after, tag).filter((part) => part.kind !== "added");
        expect(parts.flatMap((part) => graphemes(part.text))).toEqual(graphemes(before));
      }),
    );
  });
});

test.each([
  [" \u0301x y", " z"],
  ["\r\nx\ny", "\n"],
  ["a \u0301 b", " "],
  [" \u0301b c\r\n", " \n"],
])("a space that carries a mark stays whole: %j, %j", (before, after) => {
  for (const [from, to] of [
    [before, after],
    [after, before],
  ] as const) {
    const kept = wordDiff(from, to, "en").filter((part) => part.kind !== "added");
    expect(kept.flatMap((part) => graphemes(part.text))).toEqual(graphemes(from));
  }
});

describe("changedShare", () => {
  test("is 0 for the same text and 1 for another one", () => {
    expect(changedShare(wordDiff("tea", "tea", "en"))).toBe(0);
    expect(changedShare(wordDiff("tea", "rice", "en"))).toBe(1);
    expect(changedShare([])).toBe(0);
  });

  test("counts what the longer text does not share", () => {
    // "one two" against "one six": four of seven characters stay.
    expect(changedShare(wordDiff("one two", "one six", "en"))).toBeCloseTo(3 / 7);
  });
});
