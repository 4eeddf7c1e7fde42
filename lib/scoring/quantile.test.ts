import fc from "fast-check";
import { expect, test } from "vitest";
import { nthLargest } from "./nth-largest.ts";
import { quantile } from "./quantile.ts";

test("quantile takes the nearest rank", () => {
  expect([0, 0.25, 0.5, 0.95, 1].map((share) => quantile([5, 1, 3, 2], share))).toEqual([1, 1, 2, 5, 5]);
  expect(() => quantile([], 0.5)).toThrow(RangeError);
});

test("nthLargest agrees with sorting", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }), fc.nat(), (values, seed) => {
      const n = 1 + (seed % values.length);
      const sorted = values.toSorted((a, b) => b - a);
      expect(nthLargest(Float32Array.from(values), values.length, n)).toBe(sorted[n - 1]);
    }),
  );
  expect(() => nthLargest(Float32Array.of(1), 1, 2)).toThrow(RangeError);
});
