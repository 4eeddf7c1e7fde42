import fc from "fast-check";
import { expect, test } from "vitest";
import { listHeight, rowWindow, tallest, topOf } from "./row-window.ts";

const short = { total: 1000, head: 400, tail: 0, rowHeight: 44 };

test("draws what is in sight and some more on both sides", () => {
  // 100 rows scrolled away, 10 in sight, 2 to spare: 98 to 111.
  const { places, gapInSight } = rowWindow(short, { scrollTop: 4400, height: 440 }, 2);
  expect(places).toEqual([98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111]);
  expect(gapInSight).toBe(false);
});

test("knows when rows that are not loaded are in sight", () => {
  expect(rowWindow(short, { scrollTop: 400 * 44 - 440, height: 440 }, 2).gapInSight).toBe(false);
  expect(rowWindow(short, { scrollTop: 400 * 44 - 439, height: 440 }, 2).gapInSight).toBe(true);
  expect(rowWindow(short, { scrollTop: 900 * 44, height: 440 }, 2).places).toEqual([]);
});

test("draws the rows read from the other end at the end", () => {
  const shape = { ...short, tail: 200 };
  const { places } = rowWindow(shape, { scrollTop: 990 * 44, height: 440 }, 2);
  expect(places).toEqual([988, 989, 990, 991, 992, 993, 994, 995, 996, 997, 998, 999]);
  expect(topOf(999, shape)).toBe(999 * 44);
});

test("a list too tall for a browser has its gap shortened, and both ends where they are read", () => {
  const shape = { total: 1_000_000, head: 400, tail: 200, rowHeight: 44 };
  expect(listHeight(shape)).toBe(tallest);
  expect(topOf(399, shape)).toBe(399 * 44);
  expect(topOf(999_999, shape)).toBe(tallest - 44);
  expect(rowWindow(shape, { scrollTop: tallest - 440, height: 440 }, 0).places).toEqual([
    999_990, 999_991, 999_992, 999_993, 999_994, 999_995, 999_996, 999_997, 999_998, 999_999,
  ]);
});

test("every loaded row in sight is drawn once, in order", () => {
  const shapes = fc
    .record({
      total: fc.integer({ min: 1, max: 2_000_000 }),
      head: fc.integer({ min: 0, max: 5000 }),
      tail: fc.integer({ min: 0, max: 1000 }),
      rowHeight: fc.constantFrom(32, 44, 136),
    })
    .filter(({ total, head, tail }) => head + tail <= total);
  fc.assert(
    fc.property(shapes, fc.double({ min: 0, max: 1, noNaN: true }), (shape, share) => {
      const height = 600;
      const scrollTop = Math.max(0, listHeight(shape) - height) * share;
      const { places } = rowWindow(shape, { scrollTop, height }, 0);
      const isInSight = (place: number) => {
        const top = topOf(place, shape);
        return top + shape.rowHeight > scrollTop + 0.001 && top < scrollTop + height - 0.001;
      };
      const loaded = [
        ...Array.from({ length: shape.head }, (_, index) => index),
        ...Array.from({ length: shape.tail }, (_, index) => shape.total - shape.tail + index),
      ];
      const drawn = new Set(places);
      expect(drawn.size).toBe(places.length);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
      expect(loaded.filter((place) => isInSight(place) && !drawn.has(place))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
