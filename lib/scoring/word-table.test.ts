import { expect, test } from "vitest";
import { WordTable } from "./word-table.ts";

test("numbers words in order of arrival and finds them again after growing", () => {
  const table = new WordTable(2);
  // Equal first hashes force every word into the same run of slots.
  const numbers = Array.from({ length: 100 }, (_, i) => table.add(7, i));
  expect(numbers).toEqual(Array.from({ length: 100 }, (_, i) => i));
  expect(table.add(7, 42)).toBe(42);
  expect(table.find(7, 99)).toBe(99);
  expect(table.find(7, 100)).toBe(-1);
  expect(table.find(8, 1)).toBe(-1);
  expect(table.size).toBe(100);
});
