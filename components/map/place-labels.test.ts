import { expect, test } from "vitest";
import { placeLabels } from "./place-labels.ts";

const bounds = { x: 0, y: 0, width: 300, height: 200 };

test("a name stands after its mark, or before it at the edge", () => {
  expect(placeLabels([{ x: 100, y: 100 }], [40], bounds)).toEqual([{ x: 112, y: 100, led: false }]);
  expect(placeLabels([{ x: 280, y: 100 }], [40], bounds)).toEqual([{ x: 228, y: 100, led: false }]);
});

test("names of marks on one spot do not cover each other", () => {
  const marks = Array.from({ length: 6 }, () => ({ x: 150, y: 100 }));
  const placed = placeLabels(marks, [60, 60, 60, 60, 60, 60], bounds).filter((label) => label !== null);
  expect(placed).toHaveLength(6);
  for (const [index, one] of placed.entries())
    for (const other of placed.slice(index + 1))
      expect(Math.abs(one.x - other.x) >= 60 || Math.abs(one.y - other.y) >= 16).toBe(true);
});

test("a name that fits nowhere is left out", () => {
  expect(placeLabels([{ x: 10, y: 10 }], [400], bounds)).toEqual([null]);
});
