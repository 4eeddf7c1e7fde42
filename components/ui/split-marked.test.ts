import { expect, test } from "vitest";
import { splitMarked } from "./split-marked.ts";

test("marks parts and leaves the rest", () => {
  expect(splitMarked("شادی میں سلامی", [{ start: 9, end: 14 }])).toEqual([
    { text: "شادی میں ", marked: false, start: 0 },
    { text: "سلامی", marked: true, start: 9 },
  ]);
});

test("a text without marks is one piece, an empty one none", () => {
  expect(splitMarked("tea", [])).toEqual([{ text: "tea", marked: false, start: 0 }]);
  expect(splitMarked("", [])).toEqual([]);
});

test("marks that touch or overlap lose and double nothing", () => {
  const pieces = splitMarked("abcdef", [
    { start: 0, end: 2 },
    { start: 1, end: 4 },
    { start: 4, end: 5 },
  ]);
  expect(pieces.map(({ text }) => text).join("")).toBe("abcdef");
  expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(["ab", "cd", "e"]);
});
