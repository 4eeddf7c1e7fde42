import { expect, test } from "vitest";
import { typicality } from "./typicality.ts";

test("is the mean similarity to the nearest", () => {
  expect(typicality(Float32Array.of(0.1, 0.75, 0.25), Int32Array.of(1, 2), 2)).toBe(0.5); // (0.75 + 0.25) / 2, by hand
});

test("counts negative similarity as none, and is 0 without neighbours", () => {
  expect(typicality(Float32Array.of(-0.5, 0.5), Int32Array.of(1, 0), 2)).toBe(0.25);
  expect(typicality(new Float32Array(), new Int32Array(), 0)).toBe(0);
});
