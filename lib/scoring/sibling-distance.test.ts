import fc from "fast-check";
import { expect, test } from "vitest";
import { meanSimilarity, siblingDistance } from "./sibling-distance.ts";

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
