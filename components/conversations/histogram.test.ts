import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { binOf } from "#lib/curation/columns/score-bin.ts";
import { filterQuery, noFilter, parseFilter } from "./filter-state.ts";
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
  test("is open at the ends of the scale, and ends right before the next bin", () => {
    expect(rangeOfBins(0, 23)).toEqual({ from: null, to: null });
    expect(rangeOfBins(12, 14)).toEqual({ from: 0.5, to: 0.6249999999999999 });
    expect(rangeOfBins(23, 18)).toEqual({ from: 0.75, to: null });
  });

  test("comes back from the address as the same bars, and holds exactly what they count", () => {
    const bin = fc.integer({ min: 0, max: binCount - 1 });
    // Scores on an edge, next to it, and anywhere.
    const score = fc.oneof(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.tuple(bin, fc.integer({ min: 0, max: 2 })).map(([edge, steps]) => edge / binCount + steps * 2 ** -54),
    );
    fc.assert(
      fc.property(bin, bin, score, (one, other, value) => {
        const range = rangeOfBins(one, other);
        const query = filterQuery({ ...noFilter, representativenessFrom: range.from, representativenessTo: range.to });
        const { representativenessFrom: from, representativenessTo: to } = parseFilter(new URLSearchParams(query));
        expect({ from, to }).toEqual(range);
        const counted = binOf(value) >= Math.min(one, other) && binOf(value) <= Math.max(one, other);
        expect(value >= (from ?? 0) && value <= (to ?? 1)).toBe(counted);
      }),
    );
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
