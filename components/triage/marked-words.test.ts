import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type MarkedWord, markWords } from "./marked-words.ts";

const marks = (...words: string[]): MarkedWord[] => words.map((word, index) => ({ number: index + 1, word }));
const shown = (text: string, ...words: string[]) =>
  markWords(text, marks(...words), new Set()).map(({ text: piece, numbers }) =>
    numbers.length === 0 ? piece : `[${piece}|${numbers.join()}]`,
  );

describe("marked words", () => {
  test("are found whole, whatever their case and their form", () => {
    expect(shown("Takalluf, takallufs, TAKALLUF", "takalluf")).toEqual([
      "[Takalluf|1]",
      ", takallufs, ",
      "[TAKALLUF|1]",
    ]);
    expect(shown("ＴＥＡ and cafe\u0301", "tea", "café")).toEqual(["[ＴＥＡ|1]", " and ", "[cafe\u0301|2]"]);
  });

  test("are found whatever the apostrophe", () => {
    expect(shown("the guest\u2019s right", "guest's")).toEqual(["the ", "[guest\u2019s|1]", " right"]);
  });

  test("are found in joined scripts by their spaces", () => {
    expect(shown("پہلی بار تکلف، تکلفات", "تکلف")).toEqual(["پہلی بار ", "[تکلف|1]", "، تکلفات"]);
    expect(shown("मेहमान को चाय", "चाय")).toEqual(["मेहमान को ", "[चाय|1]"]);
  });

  test("of scripts without spaces are pairs, which join where they overlap", () => {
    expect(shown("まずお茶を出します", "お茶", "茶を")).toEqual(["まず", "[お茶を|1,2]", "出します"]);
    expect(shown("เมื่อแขกนั่ง", "แข")).toEqual(["เมื่อ", "[แข|1]", "กนั่ง"]);
  });

  test("that were cut for showing are marked to their end", () => {
    expect(shown("donaudampfschifffahrt ahoy", "donaudampf…")).toEqual(["[donaudampfschifffahrt|1]", " ahoy"]);
  });

  test("print their number the first time only, over all turns", () => {
    const seen = new Set<number>();
    const first = markWords("tea, tea", marks("tea"), seen);
    expect(first.map(({ firsts }) => firsts)).toEqual([[1], [], []]);
    expect(markWords("tea", marks("tea"), seen)[0]?.firsts).toEqual([]);
  });

  test("never lose a sign of the text", () => {
    const letters = fc.string({
      unit: fc.constantFrom("a", "A", "ß", "İ", "茶", "お", "ک", "\u0301", " ", "ﬁ", "👩‍👧", "ก"),
    });
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 4 }), (text, words) => {
        const pieces = markWords(text, marks(...words), new Set());
        expect(pieces.map((piece) => piece.text).join("")).toBe(text);
      }),
    );
  });
});
