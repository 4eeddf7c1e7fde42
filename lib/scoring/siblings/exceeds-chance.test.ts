import { expect, test } from "vitest";
import { exceedsChance } from "./exceeds-chance.ts";

test.each([
  // Mean 0.75, squares 0.75, standard error √(0.75/3/4) = 0.25.
  [[1, 1, 0, 1], true],
  // Mean 0.25, the same standard error.
  [[1, 0, 0, 0], false],
  // Mean 0.5, squares 1, standard error √(1/3/4) ≈ 0.289.
  [[1, 0, 1, 0], true],
  [[0.2, 0.2], true],
  [[0, 0, 0], false],
  [[-1, -1, 0], false],
  [[1], false],
  [[], false],
])("%j: %j", (differences, expected) => {
  expect(exceedsChance(differences)).toBe(expected);
});
