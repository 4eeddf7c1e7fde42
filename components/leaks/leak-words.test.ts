import { expect, test } from "vitest";
import { leakFinding, passWords, sameWords } from "./leak-words.ts";

const pass = { basis: "lexical" as const, items: 2, exact: true, recall: null, computedAt: "2026-11-30T00:00:00.000Z" };

test("findings count what was found", () => {
  expect(leakFinding("leaks", 0)).toBe("Nothing here is said in another culture too");
  expect(leakFinding("leaks", 1)).toBe("1 conversation says what other cultures say too");
  expect(leakFinding("copies", 3)).toBe("3 things are said more than once in one culture");
});

test("how it was found is said with its recall, never rounded up", () => {
  expect(sameWords(7, 9)).toBe("says the same in 7 of 9");
  expect(passWords(pass)).toBe("2 answers compared by wording, within a language, each with every other.");
  expect(passWords({ ...pass, exact: false, recall: 0.98999 })).toContain("it found 98.9 % of the ten nearest");
});
