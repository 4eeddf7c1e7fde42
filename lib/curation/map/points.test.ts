import fc from "fast-check";
import { expect, test } from "vitest";
import { Columns, marksOf } from "../columns/columns.ts";
import { countRange } from "./count-range.ts";
import { densityCells } from "./density-cells.ts";
import { nearestPoint, nearestPoints, pointInDirection } from "./nearest-point.ts";
import { cultureOf, emptyPoints, type MapPoints, packPoints, pointBytes, readPoints, statusOf } from "./pack-points.ts";
import { scoreCode, toStep } from "./score-code.ts";

const size = { width: 100, height: 100 };

/** Points at scores. */
function pointsAt(...scores: (readonly [r: number, d: number])[]): MapPoints {
  const points = emptyPoints(scores.length);
  scores.forEach(([r, d], at) => {
    points.numbers[at] = at + 1;
    points.representativeness[at] = scoreCode(r);
    points.distinctiveness[at] = scoreCode(d);
  });
  return points;
}

function columnsOf(rows: readonly { r: number; d: number; culture: string; status: number }[]): Columns {
  const columns = new Columns();
  rows.forEach(({ r, d, culture, status }, at) => {
    columns.put({
      number: at + 7,
      id: [0, 0, 0, at],
      updated: 0,
      marks: marksOf(status, false, false, r, d),
      culture: columns.names.culture.add(culture),
      topic: 0,
      language: 0,
      method: 0,
      import: 0,
      reviewer: 0,
      assignee: 0,
      representativeness: r,
      distinctiveness: d,
      disagreement: Number.NaN,
    });
  });
  return columns;
}

test("rows with both scores become points, and points become bytes and points again", () => {
  const columns = columnsOf([
    { r: 0.25, d: 0.5, culture: "jp", status: 1 },
    { r: Number.NaN, d: 0.5, culture: "jp", status: 0 },
    { r: 1, d: 0, culture: "ke", status: 2 },
  ]);
  const packed = packPoints(columns, Int32Array.of(0, 1, 2), (code) => code + 40);
  const points = readPoints(pointBytes(packed));
  expect(points).toEqual(packed);
  expect([...points.numbers]).toEqual([7, 9]);
  expect([...points.representativeness]).toEqual([500, 2000]);
  expect([...points.distinctiveness]).toEqual([1000, 0]);
  expect([cultureOf(points, 0), cultureOf(points, 1)]).toEqual([41, 42]);
  expect([statusOf(points, 0), statusOf(points, 1)]).toEqual(["accepted", "rejected"]);
  expect(pointBytes(packed)).toHaveLength(20);
});

test("a range counts what scores between its ends, ends included, by culture and status", () => {
  const score = fc.double({ min: 0, max: 1, noNaN: true });
  const row = fc.record({
    r: fc.oneof(score, score.map(toStep)),
    d: fc.oneof(score, score.map(toStep)),
    culture: fc.constantFrom("jp", "ke"),
    status: fc.constantFrom(0, 1, 2),
  });
  const ends = fc.record({ from: fc.option(score.map(toStep)), to: fc.option(score.map(toStep)) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 40 }), ends, ends, (rows, r, d) => {
      const columns = columnsOf(rows);
      const points = packPoints(columns, Int32Array.from(rows.keys()), (code) => code - 1);
      const inside = (value: number, range: typeof r) =>
        (range.from === null || value >= range.from) && (range.to === null || value <= range.to);
      const held = rows.filter((each) => inside(each.r, r) && inside(each.d, d));
      const counts = countRange(points, r, d, columns.names.culture.size - 1);
      expect(counts.count).toBe(held.length);
      expect(counts.statuses).toEqual([0, 1, 2].map((status) => held.filter((each) => each.status === status).length));
      expect(counts.cultures.reduce((sum, count) => sum + count, 0)).toBe(held.length);
    }),
  );
});

test("the nearest point is the one that looks nearest on the plot as it is", () => {
  const points = pointsAt([0.2, 0.5], [0.5, 0.9]);
  expect(nearestPoint(points, 0.5, 0.5, size, 1000)).toBe(0);
  expect(nearestPoint(points, 0.5, 0.5, { width: 200, height: 100 }, 1000)).toBe(1);
  expect(nearestPoint(points, 0.5, 0.5, size, 10)).toBe(-1);
  expect(nearestPoints(points, () => true, 0.2, 0.5, size, 5)).toEqual([0, 1]);
  expect(nearestPoints(points, (point) => point === 1, 0.2, 0.5, size, 5)).toEqual([1]);
});

test("an arrow goes to the nearest point that lies more in its direction than beside it", () => {
  // in the middle, right, further right and up, up, left below
  const points = pointsAt([0.5, 0.5], [0.6, 0.5], [0.65, 0.6], [0.5, 0.7], [0.4, 0.45]);
  expect(pointInDirection(points, 0, "right", size)).toBe(1);
  expect(pointInDirection(points, 0, "up", size)).toBe(3);
  expect(pointInDirection(points, 0, "left", size)).toBe(4);
  expect(pointInDirection(points, 0, "down", size)).toBe(-1);
  expect(pointInDirection(points, 1, "up", size)).toBe(2);
});

test("points on one spot follow each other, in and out of the spot", () => {
  const points = pointsAt([0.2, 0.5], [0.5, 0.5], [0.5, 0.5], [0.8, 0.5]);
  const along = (from: number, direction: "left" | "right") => pointInDirection(points, from, direction, size);
  expect([along(0, "right"), along(1, "right"), along(2, "right"), along(3, "right")]).toEqual([1, 2, 3, -1]);
  expect([along(3, "left"), along(2, "left"), along(1, "left"), along(0, "left")]).toEqual([2, 1, 0, -1]);
});

test("squares hold every point once, the last ones 1 too", () => {
  expect(densityCells(pointsAt([0, 0], [0.49, 0.1], [0.5, 1], [1, 1]), 2, 2)).toEqual([
    { column: 0, row: 0, count: 2 },
    { column: 1, row: 1, count: 2 },
  ]);
  const score = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(score, score)), fc.integer({ min: 1, max: 30 }), (scores, cells) => {
      const drawn = densityCells(pointsAt(...scores), cells, cells);
      expect(drawn.reduce((sum, { count }) => sum + count, 0)).toBe(scores.length);
      expect(drawn.every(({ column, row }) => column < cells && row < cells)).toBe(true);
    }),
  );
});
