import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexNeighbours, nearestMembers, similarities } from "./nearest-neighbours.ts";
import { packVectors } from "./packed-vectors.ts";
import type { TextVector } from "./text-vectors.ts";

function vector(entries: Record<number, number>): TextVector {
  const dimensions = Uint16Array.from(Object.keys(entries), Number);
  return { dimensions, weights: Float32Array.from(Object.values(entries)), size: dimensions.length };
}

function pack(...vectors: TextVector[]) {
  return packVectors(vectors, (one) => one);
}

describe("similarities", () => {
  const first = pack(vector({ 0: 0.6, 5: 0.8 }), vector({ 5: 1 }), vector({ 9: 1 }));
  const second = pack(vector({ 0: -1 }));

  test("are the products with every member, set after set", () => {
    const index = indexNeighbours([
      { vectors: first, rows: 3 },
      { vectors: second, rows: 1 },
    ]);
    const found = new Float32Array(4);
    similarities(index, vector({ 0: 0.6, 5: 0.8 }), found);
    // 0.6² + 0.8², 0.8, nothing in common, −0.6; packing rounds to 1/32767.
    for (const [i, expected] of [1, 0.8, 0, -0.6].entries()) expect(found[i]).toBeCloseTo(expected, 4);
  });

  test("leave out the rows beyond those asked for", () => {
    const index = indexNeighbours([
      { vectors: first, rows: 1 },
      { vectors: second, rows: 1 },
    ]);
    expect(index.size).toBe(2);
    const found = new Float32Array(2);
    similarities(index, vector({ 5: 1 }), found);
    expect(found[0]).toBeCloseTo(0.8, 4);
    expect(found[1]).toBe(0);
  });
});

describe("nearestMembers", () => {
  test("are the most similar first, ties by number, one left out", () => {
    const nearest = new Int32Array(3);
    const found = nearestMembers(Float32Array.of(0.2, 0.9, 0.5, 0.9, 0.5), 5, 3, 1, nearest);
    expect([found, ...nearest]).toEqual([3, 3, 2, 4]);
  });

  test("agree with sorting everything", () => {
    fc.assert(
      fc.property(
        fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: -1, max: 39 }),
        (values, k, skip) => {
          const nearest = new Int32Array(15);
          const found = nearestMembers(Float32Array.from(values), values.length, k, skip, nearest);
          const sorted = values
            .map((value, member) => ({ value: Math.max(0, value), member }))
            .filter(({ member }) => member !== skip)
            .sort((a, b) => b.value - a.value || a.member - b.member)
            .slice(0, k);
          expect([...nearest.subarray(0, found)]).toEqual(sorted.map(({ member }) => member));
        },
      ),
    );
  });
});
