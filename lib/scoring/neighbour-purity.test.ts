import { expect, test } from "vitest";
import { neighbourPurity } from "./neighbour-purity.ts";

const cultureOf = Uint16Array.of(0, 0, 0, 1, 1, 1);

function purity(nearest: number[], weights: number[]): number {
  return neighbourPurity(
    Int32Array.from(nearest),
    nearest.length,
    cultureOf,
    Float64Array.from(weights),
    0,
    weights.length,
  ).value;
}

test("is 1 among compatriots, 0 at chance and below", () => {
  expect(purity([0, 1, 2], [1, 1])).toBe(1);
  expect(purity([0, 3], [1, 1])).toBe(0);
  expect(purity([3, 4], [1, 1])).toBe(0);
  expect(purity([], [1, 1])).toBe(0);
});

test("is the share above chance", () => {
  expect(purity([0, 1, 3], [1, 1])).toBeCloseTo((2 / 3 - 1 / 2) / (1 / 2), 12);
  expect(purity([0, 3], [1, 1, 1])).toBeCloseTo((1 / 2 - 1 / 3) / (2 / 3), 12);
});

test("counts the members of a sample three times as large a third each", () => {
  // 3 · ⅓ of weight at home against 1 abroad: half, which is chance.
  expect(purity([0, 1, 2, 3], [1 / 3, 1])).toBeCloseTo(0, 12);
});
