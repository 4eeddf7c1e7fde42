import fc from "fast-check";
import { expect, test } from "vitest";
import { seededChance } from "../random.ts";
import { boundedMean } from "./bounded-mean.ts";

test.each([
  // Wilson's interval as SciPy's binomtest(…).proportion_ci(method="wilson") gives it for 0 of 1, 3 of 4 and 50 of 100;
  // 0.75 of 1 by hand: (0.75 + 1.9207) / 4.8415 ± 1.96 · √(0.1875 + 0.9604) / 4.8415.
  [[0], 0, 0, 0.7934506856227626],
  [[1, 1, 1, 0], 0.75, 0.30064184258240184, 0.9544127391902995],
  [[...new Array<number>(50).fill(1), ...new Array<number>(50).fill(0)], 0.5, 0.4038315303659956, 0.5961684696340044],
  [[0.75], 0.75, 0.1179, 0.9854],
])("of %j the mean is %f, between %f and %f", (values, mean, low, high) => {
  const found = boundedMean(values);
  expect(found?.mean).toBeCloseTo(mean, 12);
  expect(found?.interval.low).toBeCloseTo(low, values.length === 1 && mean > 0 ? 4 : 9);
  expect(found?.interval.high).toBeCloseTo(high, values.length === 1 && mean > 0 ? 4 : 9);
});

test("nothing has no mean", () => {
  expect(boundedMean([])).toBeNull();
});

test("people who agree leave an interval with a width, and one that narrows with their number", () => {
  const widths = [1, 2, 4, 16, 64].map((count) => {
    const { low = 0, high = 0 } = boundedMean(new Array<number>(count).fill(0.75))?.interval ?? {};
    return high - low;
  });
  expect(widths.at(-1)).toBeGreaterThan(0.1);
  expect(widths).toEqual(widths.toSorted((a, b) => b - a));
});

test("the interval lies in [0,1], holds the mean, does not mind the order, and mirrors", () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(shares, (values) => {
      const found = boundedMean(values);
      const mirrored = boundedMean(values.map((value) => 1 - value).toReversed());
      if (found === null || mirrored === null) throw new Error("no mean");
      const { mean, interval } = found;
      expect(interval.low).toBeGreaterThanOrEqual(0);
      expect(interval.high).toBeLessThanOrEqual(1);
      expect(interval.low).toBeLessThanOrEqual(mean);
      expect(interval.high).toBeGreaterThanOrEqual(mean);
      expect(mirrored.interval.low).toBeCloseTo(1 - interval.high, 9);
      expect(mirrored.interval.high).toBeCloseTo(1 - interval.low, 9);
    }),
  );
});

test("of people drawn from a divided, a mild and a nearly unanimous public, at least 88 of 100 intervals hold the truth", () => {
  const chance = seededChance(11);
  for (const shares of [
    [0.5, 0, 0, 0, 0.5],
    [0.05, 0.2, 0.5, 0.2, 0.05],
    [0, 0, 0, 0.1, 0.9],
  ]) {
    const truth = shares.reduce((sum, share, step) => sum + (share * step) / 4, 0);
    for (const people of [1, 2, 3, 5, 10]) {
      let held = 0;
      for (let round = 0; round < 1000; round++) {
        const { low = 1, high = 0 } =
          boundedMean(Array.from({ length: people }, () => draw(shares, chance()) / 4))?.interval ?? {};
        if (low <= truth && truth <= high) held++;
      }
      expect(held).toBeGreaterThanOrEqual(880);
    }
  }
});

function draw(shares: readonly number[], at: number): number {
  let sum = 0;
  return Math.max(
    0,
    shares.findIndex((share) => {
      sum += share;
      return at < sum;
    }),
  );
}
