import fc from "fast-check";
import { expect, test } from "vitest";
import { shareInterval } from "./share-interval.ts";

// statsmodels-style Wilson ends, worked in Python from the formula.
test.each([
  [0.5, 10, 0.23659309051256405, 0.7634069094874361],
  [0, 10, 0, 0.2775327998628899],
  [1, 15, 0.7961, 1],
  [0.25, 1000, 0.2241, 0.2778],
])("of %f among %f", (share, count, low, high) => {
  expect(shareInterval(share, count).low).toBeCloseTo(low, 3);
  expect(shareInterval(share, count).high).toBeCloseTo(high, 3);
});

test.each([
  [8, 10, 0.4901624715366418, 0.9433178485456248],
  [0, 10, 0, 0.27753279986288926],
  [10, 10, 0.7224672001371109, 1],
  [23, 31, 0.5675386419056621, 0.8629829409360625],
])("of %i of %i is SciPy's binomtest(…).proportion_ci(method='wilson')", (hits, trials, low, high) => {
  expect(shareInterval(hits / trials, trials).low).toBeCloseTo(low, 10);
  expect(shareInterval(hits / trials, trials).high).toBeCloseTo(high, 10);
});

test("holds the share, stays in [0,1], and shrinks with the count", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(share, fc.integer({ min: 1, max: 1000 }), (seen, count) => {
      const { low, high } = shareInterval(seen, count);
      const more = shareInterval(seen, count * 4);
      expect(0 <= low && low <= seen && seen <= high && high <= 1).toBe(true);
      expect(more.high - more.low).toBeLessThan(high - low);
    }),
  );
});

test("among none may be anything", () => {
  expect(shareInterval(0.5, 0)).toEqual({ low: 0, high: 1 });
});
