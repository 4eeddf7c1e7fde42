import { expect, test } from "vitest";
import { wordContrast } from "./word-contrast.ts";

test("is the word's rarity times the share of other cultures without it", () => {
  expect(wordContrast(4, 1, 4)).toBe(3); // 4 · ¾, by hand
  expect(wordContrast(4, 4, 4)).toBe(0);
  expect(wordContrast(4, 0, 0)).toBe(0);
});
