import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barHeights, barsPath, barsWidth, binAt, binCount, isInside, moveThumb, rangeOfBins } from "./histogram.ts";

test("bars: the highest fills the height, one row is still seen, none is not drawn", () => {
  expect(barHeights([0, 1, 500, 1000])).toEqual([0, 1, 12, 24]);
  expect(barHeights([0, 0])).toEqual([0, 0]);
  expect(barsPath([0, 2, 24])).toBe("M5 22h4v2h-4zM10 0h4v24h-4z");
  expect(barsWidth).toBe(119);
});

test("the bin under a place, from the first to the last", () => {
  expect([0, 0.5, 0.999, 1, -0.1].map(binAt)).toEqual([0, 12, 23, 23, 0]);
});

describe("a range of bins", () => {
  test("is open at the ends of the scale, and told in four places", () => {
    expect(rangeOfBins(0, 23)).toEqual({ from: null, to: null });
    expect(rangeOfBins(14, 14)).toEqual({ from: 0.5833, to: 0.625 });
    expect(rangeOfBins(23, 20)).toEqual({ from: 0.8333, to: null });
  });

  test("holds exactly its own bins", () => {
    const bin = fc.integer({ min: 0, max: binCount - 1 });
    fc.assert(
      fc.property(bin, bin, bin, (one, other, asked) => {
        const inside = asked >= Math.min(one, other) && asked <= Math.max(one, other);
        expect(isInside(asked, rangeOfBins(one, other))).toBe(inside);
      }),
    );
  });
});

describe("a thumb", () => {
  test("moves by hundredths and tenths and to its end", () => {
    const range = { from: 0.6, to: null };
    expect(moveThumb("from", range, "ArrowRight")).toEqual({ from: 0.61, to: null });
    expect(moveThumb("from", range, "PageDown")).toEqual({ from: 0.5, to: null });
    expect(moveThumb("from", range, "Home")).toEqual({ from: null, to: null });
    expect(moveThumb("to", range, "ArrowLeft")).toEqual({ from: 0.6, to: 0.99 });
    expect(moveThumb("to", range, "a")).toBeNull();
  });

  test("never passes the other, whatever is pressed", () => {
    const keys = fc.array(fc.constantFrom("ArrowRight", "ArrowLeft", "PageUp", "PageDown", "Home", "End"));
    const ends = fc.array(fc.constantFrom("from" as const, "to" as const), { minLength: 1 });
    fc.assert(
      fc.property(keys, ends, (pressed, held) => {
        let range: { from: number | null; to: number | null } = { from: null, to: null };
        for (const [index, key] of pressed.entries()) {
          const next = moveThumb(held[index % held.length] ?? "from", range, key);
          if (next !== null) range = next;
          expect(range.from ?? 0).toBeLessThanOrEqual(range.to ?? 1);
          expect(range.from ?? 0).toBeGreaterThanOrEqual(0);
          expect(range.to ?? 1).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
