import { expect, test } from "vitest";
import { meanMargin } from "./mean-margin.ts";

const sumsOf = (values: readonly number[], weights = values.map(() => 1)) => {
  const sums = { weight: 0, squaredWeight: 0, sum: 0, squares: 0 };
  for (const [i, value] of values.entries()) {
    const weight = weights[i] ?? 0;
    sums.weight += weight;
    sums.squaredWeight += weight ** 2;
    sums.sum += weight * value;
    sums.squares += weight * value ** 2;
  }
  return sums;
};

test("is Student's t times the standard error", () => {
  expect(meanMargin(sumsOf([1, 2, 3]))).toBeCloseTo(4.302652729749462 / Math.sqrt(3), 8); // s = 1, by hand
});

test("does not depend on the scale of the weights", () => {
  expect(meanMargin(sumsOf([1, 2, 3], [1 / 3, 1 / 3, 1 / 3]))).toBeCloseTo(meanMargin(sumsOf([1, 2, 3])), 9);
});

test("uneven weights are worth fewer votes", () => {
  // (½ + ¼ + ¼)² / (¼ + 1/16 + 1/16) = 2.67 votes: one degree of freedom and two thirds.
  expect(meanMargin(sumsOf([1, 2, 3], [0.5, 0.25, 0.25]))).toBeGreaterThan(2 * meanMargin(sumsOf([1, 2, 3])));
});

test("of one value, or of none, is infinite", () => {
  expect(meanMargin(sumsOf([0.4]))).toBe(Number.POSITIVE_INFINITY);
  expect(meanMargin(sumsOf([]))).toBe(Number.POSITIVE_INFINITY);
});
