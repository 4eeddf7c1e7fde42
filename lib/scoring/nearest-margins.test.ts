import fc from "fast-check";
import { expect, test } from "vitest";
import { nearestMargins } from "./nearest-margins.ts";

test("agrees with the values worked by hand", () => {
  // Of .9 .6 .3 among 6: mean .6, s² = .09, (1 − 3/6)(.6 − .3)² = .045, error √(.135 / 3) = .2121; β = .45.
  const { mean, nearest } = nearestMargins([0.9, 0.6, 0.3], 6);
  expect(mean.low).toBeCloseTo(0.6 - 1.959963984540054 * Math.sqrt(0.045), 9);
  expect(mean.high).toBe(1);
  expect(nearest.low).toBe(0); // .9 − 3.099 · .45 lies below
  expect(nearest.high).toBe(1);
});

test("neighbours that are all as near leave no doubt", () => {
  expect(nearestMargins([0.4, 0.4, 0.4, 0.4], 100)).toEqual({
    mean: { low: 0.4, high: 0.4 },
    nearest: { low: 0.4, high: 0.4 },
  });
});

test("hold the mean and the nearest, stay in [0,1], and grow with the spread", () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(unit, { minLength: 3, maxLength: 10 }), fc.nat(1000), (values, more) => {
      const sorted = values.toSorted((a, b) => b - a);
      const average = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
      const { mean, nearest } = nearestMargins(sorted, sorted.length + more);
      expect(0 <= mean.low && mean.low <= average + 1e-12 && average <= mean.high + 1e-12 && mean.high <= 1).toBe(true);
      const [first = 0] = sorted;
      expect(0 <= nearest.low && nearest.low <= first && first <= nearest.high && nearest.high <= 1).toBe(true);
      // Half the spread about the same mean: no wider.
      const closer = nearestMargins(
        sorted.map((value) => average + (value - average) / 2),
        sorted.length + more,
      );
      expect(closer.mean.high - closer.mean.low).toBeLessThanOrEqual(mean.high - mean.low + 1e-12);
    }),
  );
});

test("of fewer than three may be anything", () => {
  expect(nearestMargins([0.5, 0.4], 2).nearest).toEqual({ low: 0, high: 1 });
});
