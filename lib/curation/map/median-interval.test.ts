import fc from "fast-check";
import { expect, test } from "vitest";
import { intervalRank, medianInterval } from "./median-interval.ts";

// scipy 1.17.1: int(binom.ppf(.025, n, .5)); 5 values reach 93.75 % at most.
test.each([
  [1, 0],
  [5, 0],
  [6, 1],
  [8, 1],
  [9, 2],
  [10, 2],
  [20, 6],
  [30, 10],
  [100, 40],
  [1000, 469],
  [2000, 956],
  [5000, 2431],
])("of %i values the interval ends at rank %i", (count, rank) => {
  expect(intervalRank(count)).toBe(rank);
});

test("median and interval of twelve values", () => {
  // scipy 1.17.1: quantile_test(x, q=median, p=.5).confidence_interval(.95) and numpy.median
  const sorted = [0.11, 0.14, 0.2, 0.23, 0.31, 0.36, 0.4, 0.44, 0.52, 0.61, 0.7, 0.93];
  const { median, interval } = medianInterval(sorted);
  expect(median).toBeCloseTo(0.38, 12);
  expect(interval).toEqual({ low: 0.2, high: 0.61 });
});

test("too few values have a median and no interval, none have nothing", () => {
  expect(medianInterval([0.2, 0.4, 0.9])).toEqual({ median: 0.4, interval: null });
  expect(() => medianInterval([])).toThrow(RangeError);
});

test("the normal distribution takes over without a jump", () => {
  for (let count = 900; count < 1100; count++)
    expect(intervalRank(count + 1) - intervalRank(count), String(count)).toBeGreaterThanOrEqual(
      count === 1000 ? 0 : -1,
    );
  expect(intervalRank(1001)).toBeGreaterThanOrEqual(intervalRank(1000));
});

test("the median lies in its interval, and the interval in the values", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 80 }), (values) => {
      const sorted = values.toSorted((a, b) => a - b);
      const { median, interval } = medianInterval(sorted);
      expect(interval?.low).toBeLessThanOrEqual(median);
      expect(interval?.high).toBeGreaterThanOrEqual(median);
      expect(sorted).toContain(interval?.low);
      expect(sorted).toContain(interval?.high);
    }),
  );
});
