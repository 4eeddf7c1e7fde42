import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shareStones } from "./share-stones.ts";

describe("shareStones", () => {
  test("shares by largest remainder", () => {
    // 9812 of 10000 is 98.12 stones, 188 is 1.88: the one left over goes to the larger remainder. Worked by hand.
    expect(shareStones([9812, 188], 100)).toEqual([98, 2]);
    expect(shareStones([1, 1, 1], 100)).toEqual([34, 33, 33]);
  });

  test("shows what exists, however little", () => {
    expect(shareStones([100_000, 1], 20)).toEqual([19, 1]);
  });

  test("shows nothing where nothing is", () => {
    expect(shareStones([0, 0], 20)).toEqual([0, 0]);
  });

  test("always adds up, and never gives a stone to zero", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 8, max: 100 }),
        (counts, stones) => {
          fc.pre(counts.some((count) => count > 0));
          const shares = shareStones(counts, stones);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(stones);
          for (const [index, count] of counts.entries()) {
            if (count === 0) expect(shares[index]).toBe(0);
            else expect(shares[index]).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
