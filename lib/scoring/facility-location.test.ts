import fc from "fast-check";
import { expect, test } from "vitest";
import { type Covers, facilityLocation } from "./facility-location.ts";

const from =
  (matrix: readonly (readonly number[])[]): Covers =>
  (candidate, tell) => {
    for (const [covered, similarity] of (matrix[candidate] ?? []).entries()) tell(covered, similarity);
  };

test("by hand: the one in the middle first, then the one apart", () => {
  const matrix = [
    [1, 0.8, 0, 0],
    [0.8, 1, 0.6, 0],
    [0, 0.6, 1, 0.1],
    [0, 0, 0.1, 1],
  ];
  // Gains at first 1.8, 2.4, 1.7, 1.1; after the second: 0.2, –, 0.5, 1; after the fourth: 0.2, –, 0.4.
  const chosen = facilityLocation(4, 4, 3, from(matrix));
  expect(chosen.map(({ candidate }) => candidate)).toEqual([1, 3, 2]);
  for (const [i, gain] of [2.4, 1, 0.4].entries()) expect(chosen[i]?.gain).toBeCloseTo(gain, 12);
});

test("a copy adds nothing, and there are never more than there are", () => {
  const chosen = facilityLocation(
    2,
    2,
    9,
    from([
      [1, 1],
      [1, 1],
    ]),
  );
  expect(chosen).toEqual([
    { candidate: 0, gain: 2 },
    { candidate: 1, gain: 0 },
  ]);
  expect(facilityLocation(0, 0, 3, from([]))).toEqual([]);
});

const grid = fc.integer({ min: 1, max: 12 }).chain((size) => {
  // Few distinct values, so that equal gains are common.
  const row = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: size, maxLength: size });
  return fc.array(row, { minLength: 1, maxLength: 12 });
});

test("is what plain greedy chooses, gain by gain, and gains never rise", () => {
  fc.assert(
    fc.property(grid, (drawn) => {
      const matrix = drawn.map((row) => row.map((value) => value / 4));
      const things = matrix[0]?.length ?? 0;
      const lazy = facilityLocation(matrix.length, things, matrix.length, from(matrix));
      expect(lazy).toEqual(plainGreedy(matrix, things));
      for (const [i, { gain }] of lazy.entries()) expect(gain).toBeLessThanOrEqual(lazy[i - 1]?.gain ?? Infinity);
    }),
    { numRuns: 500 },
  );
});

function plainGreedy(matrix: readonly (readonly number[])[], things: number) {
  const best = new Array<number>(things).fill(0);
  const left = new Set(matrix.keys());
  const chosen: { candidate: number; gain: number }[] = [];
  while (left.size > 0) {
    let top = { candidate: -1, gain: -1 };
    for (const candidate of left) {
      const gain = best.reduce((sum, value, j) => sum + Math.max(0, (matrix[candidate]?.[j] ?? 0) - value), 0);
      if (gain > top.gain) top = { candidate, gain };
    }
    left.delete(top.candidate);
    for (const [j, value] of best.entries()) best[j] = Math.max(value, matrix[top.candidate]?.[j] ?? 0);
    chosen.push(top);
  }
  return chosen;
}

test("looks again at few: of 2,000 scattered candidates, 100 are chosen with less than a tenth of plain greedy's looks", () => {
  let looks = 0;
  const size = 2000;
  const covers: Covers = (candidate, tell) => {
    looks++;
    for (let step = -9; step <= 9; step++) {
      const covered = candidate + step;
      if (covered >= 0 && covered < size) tell(covered, 1 - Math.abs(step) / 10);
    }
  };
  expect(facilityLocation(size, size, 100, covers)).toHaveLength(100);
  expect(looks).toBeLessThan((size * 100) / 10);
});
