import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createWordTokens, readWordTokens, wordAt } from "./word-tokens.ts";

function wordsOf(text: string): string[] {
  const tokens = createWordTokens();
  readWordTokens(text, tokens);
  return Array.from({ length: tokens.wordCount }, (_, i) => wordAt(tokens, i));
}

describe("readWordTokens", () => {
  test.each([
    ["Don’t  STOP, it's 5 o'clock!", ["don't", "stop", "it's", "5", "o'clock"]],
    ["'quoted' and rock'n", ["quoted", "and", "rock'n"]],
    ["ＦＵＬＬ ｗｉｄｔｈ", ["full", "width"]],
    ["السلام عليكم", ["السلام", "عليكم"]],
    ["می‌خواهم", ["می‌خواهم"]],
    ["नमस्ते दुनिया", ["नमस्ते", "दुनिया"]],
    ["한국의 음식", ["한국의", "음식"]],
    ["ሰላም ዓለም", ["ሰላም", "ዓለም"]],
    ["神社へ行く", ["神社", "社へ", "へ行", "行く"]],
    ["茶", ["茶"]],
    ["LINEで送る", ["line", "で送", "送る"]],
    ["ภาษา", ["ภา", "าษ", "ษา"]],
    ["𠮷野家", ["𠮷野", "野家"]],
    ["", []],
    ["🎎 — …", []],
  ])("reads %j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  test("keeps the marks of Thai, Khmer and Burmese letters with their letters", () => {
    for (const text of ["น้ำที่นี่", "ភាសាខ្មែរ", "မြန်မာဘာသာ"]) {
      for (const word of wordsOf(text)) expect(word).not.toMatch(/^\p{M}/u);
    }
  });

  test("reads any text, and shows no word longer than 41 characters or broken in the middle of a pair", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        for (const word of wordsOf(text)) {
          expect(word.length).toBeGreaterThan(0);
          expect(word.length).toBeLessThanOrEqual(41);
          expect(word.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  test("reads a long text after a short one", () => {
    const tokens = createWordTokens();
    readWordTokens("a", tokens);
    readWordTokens("ab ".repeat(50_000), tokens);
    expect(tokens.wordCount).toBe(50_000);
    readWordTokens("字".repeat(70_000), tokens);
    expect(tokens.wordCount).toBe(69_999);
    readWordTokens("字 ".repeat(70_000), tokens);
    expect(tokens.runCount).toBe(70_000);
  });
});
