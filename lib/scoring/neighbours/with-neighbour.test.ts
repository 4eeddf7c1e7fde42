import { expect, test } from "vitest";
import { withNeighbour } from "./with-neighbour.ts";

const near = (id: string, similarity: number) => ({ id, similarity });
const foreign = (id: string, culture: string, similarity: number) => ({ id, culture, similarity });
const full = [near("a", 0.9), near("b", 0.8), near("c", 0.7), near("d", 0.6), near("e", 0.5)];

test("a nearer one takes its place, and the last one leaves", () => {
  expect(withNeighbour(full, "x", near("x", 0.75))).toEqual([
    ...full.slice(0, 2),
    near("x", 0.75),
    ...full.slice(2, 4),
  ]);
  expect(withNeighbour(full, "x", near("x", 0.1))).toEqual(full);
});

test("one that was there moves, or goes", () => {
  expect(withNeighbour(full, "a", near("a", 0.55)).map(({ id }) => id)).toEqual(["b", "c", "d", "a", "e"]);
  expect(withNeighbour(full, "c", null).map(({ id }) => id)).toEqual(["a", "b", "d", "e"]);
  expect(withNeighbour(full, "c", near("c", 0)).map(({ id }) => id)).toEqual(["a", "b", "d", "e"]);
});

test("of a foreign culture only the nearest stays", () => {
  const list = [foreign("a", "jp", 0.9), foreign("b", "mx", 0.5)];
  expect(withNeighbour(list, "x", foreign("x", "mx", 0.95))).toEqual([foreign("x", "mx", 0.95), list[0]]);
  expect(withNeighbour(list, "x", foreign("x", "jp", 0.4))).toEqual(list);
});
