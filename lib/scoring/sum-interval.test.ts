import fc from "fast-check";
import { expect, test } from "vitest";
import { sumInterval } from "./sum-interval.ts";

test("adds what parts may be off by their squares, each side on its own", () => {
  const parts = [
    { weight: 0.5, value: 0.5, interval: { low: 0.44, high: 0.5 } },
    { weight: 0.5, value: 0.5, interval: { low: 0.42, high: 0.6 } },
  ];
  // Below √(0.03² + 0.04²) = 0.05, above √(0 + 0.05²) = 0.05, by hand.
  expect(sumInterval(parts).low).toBeCloseTo(0.45, 12);
  expect(sumInterval(parts).high).toBeCloseTo(0.55, 12);
});

test("holds the sum and stays in [0,1]", () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  const part = fc.tuple(unit, unit, unit, unit).map(([weight, ...ends]) => {
    const [low = 0, value = 0, high = 0] = ends.toSorted((a, b) => a - b);
    return { weight, value, interval: { low, high } };
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
      const sum = Math.min(
        1,
        parts.reduce((all, { weight, value }) => all + weight * value, 0),
      );
      const { low, high } = sumInterval(parts);
      expect(0 <= low && low <= sum && sum <= high && high <= 1).toBe(true);
    }),
  );
});
