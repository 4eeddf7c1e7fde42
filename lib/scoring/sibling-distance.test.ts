import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { meanSimilarity, siblingDistance, siblingDistanceInterval } from "./sibling-distance.ts";
import { fixedChance } from "./testing/fixed-chance.ts";

const yardsticks = { unrelated: 0.1, compatriot: 0.6 };

test.each([
  // (0.6 − mean) / 0.5, each similarity counting at least 0.1; by hand.
  [[0.7, 0], 0.4],
  [[0.35], 0.5],
  [[0.1, 0.05, 0], 1],
  [[0.6], 0],
  [[0.9, 0.9], 0],
])("similarities %j give %f", (similarities, distance) => {
  expect(siblingDistance(similarities, yardsticks)).toBeCloseTo(distance, 12);
});

test("is null when the yardsticks cannot tell near from far", () => {
  expect(siblingDistance([0.2], { unrelated: 0.3, compatriot: 0.3 })).toBeNull();
});

test("stays in [0,1] and never rises with a similarity", () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(share, { minLength: 1 }), share, share, share, (similarities, more, unrelated, compatriot) => {
      const scale = { unrelated, compatriot };
      const distance = siblingDistance(similarities, scale);
      const [first = 0, ...rest] = similarities;
      const nearer = siblingDistance([Math.min(1, first + more), ...rest], scale);
      if (distance === null || nearer === null) {
        expect(compatriot).toBeLessThanOrEqual(unrelated);
        return;
      }
      expect(distance).toBeGreaterThanOrEqual(0);
      expect(distance).toBeLessThanOrEqual(1);
      expect(nearer).toBeLessThanOrEqual(distance + 1e-12);
    }),
  );
});

test("needs a similarity", () => {
  expect(() => meanSimilarity([], 0)).toThrow(RangeError);
});

describe("its interval", () => {
  const whole = { unrelated: 0, compatriot: 1 };

  test("agrees with the value worked by hand", () => {
    // Of 0 and 1: distances 1 and 0, squares ½, t(2) = 4.303 · √((½ + ¼)/3/2) = 1.521, so anything may be.
    expect(siblingDistanceInterval([0, 1], whole)).toEqual({ low: 0, high: 1 });
    // Of sixteen zeros: t(16) = 2.1199 · √(¼/17/16) = 0.0643.
    const { low = 0, high } = siblingDistanceInterval(new Array<number>(16).fill(0), whole) ?? {};
    expect(low).toBeCloseTo(1 - 2.1199 * Math.sqrt(1 / 4 / 17 / 16), 4);
    expect(high).toBe(1);
  });

  test("is all there is with a single other culture, and null where there is no distance", () => {
    expect(siblingDistanceInterval([0.3], whole)).toEqual({ low: 0, high: 1 });
    expect(siblingDistanceInterval([0.3], { unrelated: 0.3, compatriot: 0.3 })).toBeNull();
  });

  test("holds the distance, stays in [0,1], and shrinks as more cultures say the same", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 12 }), (similarities) => {
        const value = siblingDistance(similarities, whole) ?? -1;
        const one = siblingDistanceInterval(similarities, whole);
        const four = siblingDistanceInterval(
          [1, 2, 3, 4].flatMap(() => similarities),
          whole,
        );
        if (one === null || four === null) throw new Error("no interval");
        expect(0 <= one.low && one.low <= value && value <= one.high && one.high <= 1).toBe(true);
        expect(four.high - four.low).toBeLessThan(one.high - one.low);
        expect(siblingDistanceInterval(similarities, whole)).toEqual(one);
      }),
    );
  });

  // Cultures drawn from worlds whose mean distance is known: even, lopsided, and "a copy or nothing like it".
  const worlds = {
    even: { draw: (chance: () => number) => chance(), distance: 1 / 2 },
    lopsided: { draw: (chance: () => number) => chance() ** 3, distance: 3 / 4 },
    copies: { draw: (chance: () => number) => (chance() < 0.3 ? 1 : 0), distance: 0.7 },
  };
  test.each(Object.entries(worlds))(
    "holds the truth of %s cultures in 92 of 100 draws and more",
    (_name, { draw, distance }) => {
      const chance = fixedChance(11);
      for (const cultures of [2, 4, 8, 15]) {
        let held = 0;
        let resampled = 0;
        const draws = 2000;
        for (let i = 0; i < draws; i++) {
          const similarities = Array.from({ length: cultures }, () => draw(chance));
          const { low = 1, high = 0 } = siblingDistanceInterval(similarities, whole) ?? {};
          if (low <= distance && distance <= high) held++;
          const mean = siblingDistance(similarities, whole) ?? 0;
          const squares = similarities.reduce((sum, each) => sum + (1 - each - mean) ** 2, 0);
          // What the bootstrap comes to: the spread of the cultures at hand, as if they were all.
          if (Math.abs(mean - distance) <= 1.96 * Math.sqrt(squares / cultures / cultures)) resampled++;
        }
        expect(held / draws).toBeGreaterThan(0.92);
        if (cultures === 4) expect(resampled / draws).toBeLessThan(0.87);
      }
    },
  );
});
