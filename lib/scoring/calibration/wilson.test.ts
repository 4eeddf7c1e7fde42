import fc from "fast-check";
import { expect, test } from "vitest";
import { wilson } from "./wilson.ts";

test("is SciPy's binomtest(…).proportion_ci(method='wilson')", () => {
  for (const [hits, trials, low, high] of [
    [8, 10, 0.4901624715366418, 0.9433178485456248],
    [0, 10, 0, 0.27753279986288926],
    [10, 10, 0.7224672001371109, 1],
    [23, 31, 0.5675386419056621, 0.8629829409360625],
  ] as const) {
    expect(wilson(hits, trials)?.low).toBeCloseTo(low, 10);
    expect(wilson(hits, trials)?.high).toBeCloseTo(high, 10);
  }
  expect(wilson(0, 0)).toBeNull();
});

test("holds the share, lies within [0,1] and narrows with trials", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1000 }), (share, trials) => {
      const { low, high } = wilson(share * trials, trials) ?? { low: 2, high: -1 };
      const more = wilson(share * trials * 4, trials * 4) ?? { low: -1, high: 2 };
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      expect(low).toBeLessThanOrEqual(share + 1e-12);
      expect(high).toBeGreaterThanOrEqual(share - 1e-12);
      expect(more.high - more.low).toBeLessThan(high - low);
    }),
  );
});
