import fc from "fast-check";
import { expect, test } from "vitest";
import { reliability } from "./reliability.ts";
import { rated } from "./testing/judged-items.ts";
import { sixty } from "./testing/sixty.ts";

test("is scikit-learn's calibration_curve and brier_score_loss, and NumPy's sum for the error over bins", () => {
  // Sevenths, since no score with two decimals lies on an edge, where scikit-learn puts it into the lower bin.
  const { bins, brier, ece } = reliability(sixty, 7);
  expect(bins.map(({ count }) => count)).toEqual([3, 8, 10, 16, 13, 7, 3]);
  const outcomes = [2 / 3, 0, 0.3, 0.75, 9 / 13, 6 / 7, 1];
  const scores = [
    0.10666666666666667, 0.22624999999999998, 0.342, 0.490625, 0.636923076923077, 0.7757142857142857,
    0.9033333333333333,
  ];
  bins.forEach(({ meanScore, meanOutcome }, index) => {
    expect(meanOutcome).toBeCloseTo(outcomes[index] ?? 9, 10);
    expect(meanScore).toBeCloseTo(scores[index] ?? 9, 10);
  });
  expect(brier).toBeCloseTo(0.2041, 10);
  expect(ece).toBeCloseTo(0.16066666666666668, 10);
});

test("by hand: two bins, one of them empty", () => {
  const { bins, brier, ece } = reliability(
    [
      { score: 0.6, outcome: 1 },
      { score: 1, outcome: 0 },
    ],
    2,
  );
  expect(bins[0]).toEqual({ from: 0, to: 0.5, count: 0, meanScore: null, meanOutcome: null, interval: null });
  expect(bins[1]).toMatchObject({ from: 0.5, to: 1, count: 2, meanScore: 0.8, meanOutcome: 0.5 });
  expect(brier).toBeCloseTo((0.16 + 1) / 2, 12);
  expect(ece).toBeCloseTo(0.3, 12);
  expect(reliability([])).toMatchObject({ brier: null, ece: null });
});

test("every item is in one bin, and both errors lie in [0,1]", () => {
  fc.assert(
    fc.property(rated, fc.integer({ min: 1, max: 30 }), (all, count) => {
      const { bins, brier, ece } = reliability(all, count);
      expect(bins.reduce((sum, bin) => sum + bin.count, 0)).toBe(all.length);
      for (const error of [brier, ece]) {
        expect(error).toBeGreaterThanOrEqual(0);
        expect(error).toBeLessThanOrEqual(1);
      }
    }),
  );
});
