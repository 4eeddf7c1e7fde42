import { describe, expect, test } from "vitest";
import { makeItem, unmasked } from "../testing/made-up-corpus.ts";
import { toUnit } from "../unit-vector.ts";
import { cutIntoCells } from "./cell-search.ts";
import { centroidMargin, centroidOf, nearness, without } from "./centroids.ts";
import { embeddedTexts } from "./embedded-texts.ts";
import { itemVector, unitOf } from "./item-vector.ts";
import { createNearestRows, findNearestRows } from "./nearest-rows.ts";
import { ExactSearch, VectorPool } from "./pool-search.ts";

describe("the texts of an item", () => {
  test("are its answer and its question, masked and trimmed", () => {
    const mask = (text: string) => text.replaceAll("Kyoto", "▢");
    const item = makeItem({ id: "a", question: " Where? ", response: "In Kyoto, by the river." });
    expect(embeddedTexts(item, { mask })).toEqual({ question: "Where?", answer: "In ▢, by the river." });
    expect(embeddedTexts({ ...item, response: "Kyoto!" }, { mask }).answer).toBeNull();
  });

  test("are cut at 8,000 characters, never within one", () => {
    const text = (response: string) => embeddedTexts(makeItem({ id: "a", response }), unmasked).answer;
    expect(text("字".repeat(9_000))).toHaveLength(8_000);
    expect(text(`${"a".repeat(7_999)}🎎`)).toBe("a".repeat(7_999));
    expect(text("a\ud800b")).toBe("a\ufffdb");
  });
});

test("an item's vector is 0.7 answer and 0.3 question, of unit length", () => {
  const vectorOf = (question: Float32Array | null) => {
    const halves = itemVector(makeItem({ id: "a" }), {
      ...unmasked,
      answerVector: () => Float32Array.of(1, 0),
      questionVector: () => question,
    });
    return halves === null ? null : unitOf(halves);
  };
  // √(0.49 + 0.09) = 0.761577; 0.7 and 0.3 of it, kept to one part in 2,048.
  expect(vectorOf(Float32Array.of(0, 1))?.[0]).toBeCloseTo(0.919145, 3);
  expect(vectorOf(Float32Array.of(0, 1))?.[1]).toBeCloseTo(0.393919, 3);
  expect(vectorOf(null)).toEqual(Float32Array.of(1, 0));
  expect(itemVector(makeItem({ id: "a" }), unmasked)).toBeNull();
  expect(toUnit(Float32Array.of(3, 4))).toEqual(Float32Array.of(0.6, 0.8));
  expect(toUnit(Float32Array.of(0, 0))).toEqual(Float32Array.of(0, 0));
});

const pool = new VectorPool(Float32Array.of(1, 0, 0.8, 0.6, 0, 1, -1, 0, 0.6, 0.8), 2);

describe("nearest rows", () => {
  test("are those of the largest cosines, ties by row; opposite counts as unlike", () => {
    const compared = new ExactSearch(pool).compare(Float32Array.of(1, 0));
    const nearest = createNearestRows(4);
    findNearestRows(compared, nearest, { first: 0, end: 5, skip: 0 });
    expect([...nearest.rows]).toEqual([1, 4, 2, 3]);
    expect([...nearest.similarities]).toEqual([0.8, 0.6, 0, 0].map(Math.fround));
    findNearestRows(compared, nearest, { first: 1, end: 4, skip: -1, allowed: Uint8Array.of(1, 0, 1, 1, 1) });
    expect([...nearest.rows.subarray(0, nearest.count)]).toEqual([2, 3]);
  });

  test("do not depend on the order in which rows are compared", () => {
    const nearest = createNearestRows(2);
    const compared = { rows: Int32Array.of(7, 3, 5, 1), similarities: Float32Array.of(0.5, 0.5, 0.5, 0.2), count: 4 };
    findNearestRows(compared, nearest, { first: 0, end: 9, skip: -1 });
    expect([...nearest.rows]).toEqual([3, 5]);
  });
});

describe("centres", () => {
  test("a margin is how much nearer the own centre is, its own vector left out", () => {
    // Own: (1,0) and (0.8,0.6), of which the second is asked about; other: (0,1).
    const vector = pool.row(1);
    const own = nearness(vector, without(centroidOf(pool, 0, 2), vector));
    const other = nearness(vector, centroidOf(pool, 2, 3));
    expect(own).toMatchObject({ toCentre: expect.closeTo(0.2, 6), mean: expect.closeTo(0.2, 6) });
    expect(other?.toCentre).toBeCloseTo(0.4, 6);
    if (own === null || other === null) throw new Error("both have a centre");
    const margin = centroidMargin({ near: own, error: 0 }, [null, { near: other, error: 0.1 }]);
    // (0.4 − 0.2) / 0.4, ± 1.96 · 0.1 / 0.4.
    expect(margin).toMatchObject({ value: expect.closeTo(0.5, 6), silhouette: expect.closeTo(0.5, 6), nearest: 1 });
    expect(margin?.interval.low).toBeCloseTo(0.01, 3);
    expect(margin?.interval.high).toBeCloseTo(0.99, 3);
  });

  test("what has no centre has no nearness, and without another culture there is no margin", () => {
    const vector = pool.row(0);
    expect(nearness(vector, without(centroidOf(pool, 0, 1), vector))).toBeNull();
    const near = nearness(vector, centroidOf(pool, 0, 2));
    if (near === null) throw new Error("has a centre");
    expect(centroidMargin({ near, error: 0 }, [])).toBeNull();
    expect(centroidMargin(null, [{ near, error: 0 }])).toBeNull();
  });
});

test("each row lies in the cell of the nearest centre, and in one only", () => {
  const { starts, rows, centres } = cutIntoCells(pool, [0, 2]);
  // At first (0.6, 0.8) lies with (0,1). Then the centres move to (1.8, 0.6) and (−0.4, 1.8), cut to length 1, and with the first it has
  // the cosine 0.822, with the second 0.651.
  expect([...rows.subarray(0, starts[1])]).toEqual([0, 1, 4]);
  expect([...rows.subarray(starts[1], starts[2])]).toEqual([2, 3]);
  expect(Math.hypot(...centres.row(0))).toBeCloseTo(1, 6);
});
