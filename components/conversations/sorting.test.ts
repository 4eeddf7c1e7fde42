import { expect, test } from "vitest";
import { sortingOf, sortOf, sortOptions } from "./sorting.ts";

test("every sort has a column that shows it", () => {
  for (const { value } of sortOptions) expect(sortOf(sortingOf(value))).toBe(value);
});

test("a score sorted the other way, or no sort, is the newest first", () => {
  expect(sortOf([{ id: "representativeness", desc: false }])).toBe("newest");
  expect(sortOf([])).toBe("newest");
});
