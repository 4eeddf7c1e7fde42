import { expect, test } from "vitest";
import { sortingOf, sortOf, sortOptions } from "./sorting.ts";

test("every sort has a column that shows it", () => {
  for (const { value } of sortOptions) expect(sortOf(sortingOf(value))).toBe(value);
});

test("a column sorts both ways, and no sort is the newest first", () => {
  expect(sortOf([{ id: "representativeness", desc: false }])).toBe("representativeness.ascending");
  expect(sortOf([])).toBe("added.descending");
});
