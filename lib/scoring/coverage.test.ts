import { expect, test } from "vitest";
import { coverageLoss } from "./coverage.ts";

/** F(S) = Σ_j max_{i∈S} s_ij, straight from the definition. */
function facilityLocation(matrix: readonly (readonly number[])[], members: readonly number[]): number {
  return matrix.reduce((sum, row) => sum + Math.max(0, ...members.map((member) => row[member] ?? 0)), 0);
}

test("is F(V) − F(V \\ i) of facility location", () => {
  const matrix = [
    [1, 0.9, 0.2],
    [0.9, 1, 0.3],
    [0.2, 0.3, 1],
  ];
  const all = [0, 1, 2];
  for (const i of all) {
    const without = all.filter((member) => member !== i);
    const nearest = Math.max(...without.map((member) => matrix[i]?.[member] ?? 0));
    expect(coverageLoss(nearest)).toBeCloseTo(facilityLocation(matrix, all) - facilityLocation(matrix, without), 12);
  }
});

test("is 0 for a copy and 1 for a text unlike any other", () => {
  expect(coverageLoss(1.0000001)).toBe(0);
  expect(coverageLoss(-0.1)).toBe(1);
});
