import fc from "fast-check";
import { expect, test } from "vitest";
import { crowdStones, heightOf } from "./crowd-stones.ts";

test("each stone is the same share of the crowd: solid to the item, hollow beyond", () => {
  // 55 items in four bins: one item a stone would be 30 high, so the highest column is 7 and a stone is 30 / 7.
  const drawn = crowdStones([10, 30, 14, 1], 0.55);
  expect(drawn).toEqual({
    columns: [
      { solid: 2, own: false, hollow: 0 },
      { solid: 7, own: false, hollow: 0 },
      { solid: 2, own: true, hollow: 0 },
      { solid: 0, own: false, hollow: 1 },
    ],
    own: 2,
    high: 7,
  });
});

test("the item stands in its bin even when the crowd has nobody there, and 1 stands in the last", () => {
  expect(crowdStones([5, 0], 1)?.columns[1]).toEqual({ solid: 0, own: true, hollow: 0 });
  expect(crowdStones([0, 0], 0.5)).toBeNull();
});

test("nobody is left out, and no column is higher than seven", () => {
  const bins = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 24, maxLength: 24 });
  fc.assert(
    fc.property(bins, fc.double({ min: 0, max: 1, noNaN: true }), (crowd, value) => {
      const drawn = crowdStones(crowd, value);
      if (drawn === null) return expect(Math.max(...crowd)).toBe(0);
      expect(drawn.columns.filter(({ own }) => own)).toHaveLength(1);
      for (const [at, column] of drawn.columns.entries()) {
        expect(heightOf(column)).toBeLessThanOrEqual(7);
        if ((crowd[at] ?? 0) > 0) expect(heightOf(column)).toBeGreaterThan(0);
      }
    }),
  );
});
