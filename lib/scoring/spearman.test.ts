import { expect, test } from "vitest";
import { spearman } from "./spearman.ts";

test("is the correlation of ranks", () => {
  // Ranks 1 2 3 4 5 against 2 1 4 3 5: ρ = 1 − 6 Σd² / (n(n² − 1)) = 1 − 6 · 4 / 120, by hand.
  expect(
    spearman([
      [1, 20],
      [2, 10],
      [3, 40],
      [4, 30],
      [500, 50],
    ]),
  ).toBeCloseTo(0.8, 12);
});

test("ties share their mean rank", () => {
  // Ranks 1, 2.5, 2.5, 4 against 1, 2, 3, 4: covariance 4.5, squares 4.5 and 5, so 4.5 / √22.5, by hand.
  expect(
    spearman([
      [0, 1],
      [7, 2],
      [7, 3],
      [9, 4],
    ]),
  ).toBeCloseTo(4.5 / Math.sqrt(22.5), 12);
});

test("agrees with SciPy's spearmanr on ties of both sides", () => {
  const left = [3, 1, 4, 1, 5, 9, 2, 6];
  const right = [2, 7, 1, 8, 2, 8, 1, 8];
  expect(spearman(left.map((value, i) => [value, right[i] ?? 0]))).toBeCloseTo(0.19885368120992467, 12);
});

test("is null when a side does not vary", () => {
  expect(
    spearman([
      [1, 1],
      [1, 2],
    ]),
  ).toBeNull();
  expect(spearman([])).toBeNull();
});
