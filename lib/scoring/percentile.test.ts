import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { percentile, quantileSketch } from "./percentile.ts";

describe("percentile", () => {
  test.each([
    [0, 0],
    [1, 0.125],
    [2, 0.5],
    [3, 0.75],
    [4, 0.875],
    [5, 1],
  ])("of %f among 1, 2, 2, 4 is %f", (value, expected) => {
    expect(percentile(Float32Array.of(1, 2, 2, 4), value)).toBe(expected); // lower plus half of equal, over 4, by hand
  });

  test("is ½ among nothing", () => {
    expect(percentile(new Float32Array(), 0.3)).toBe(0.5);
  });

  test("never falls as the value rises", () => {
    const value = fc.float({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(value), value, value, (values, a, b) => {
        const sketch = quantileSketch(values);
        expect(percentile(sketch, Math.min(a, b))).toBeLessThanOrEqual(percentile(sketch, Math.max(a, b)));
      }),
    );
  });
});

test("a sketch of many values is off by at most 0.001", () => {
  const values = Array.from({ length: 12_345 }, (_, i) => ((i * 7919) % 12_345) / 12_345);
  const sketch = quantileSketch(values);
  expect(sketch).toHaveLength(1000);
  const exact = Float32Array.from(values).sort();
  for (const value of [0, 0.013, 0.25, 0.5, 0.777, 0.999]) {
    expect(Math.abs(percentile(sketch, value) - percentile(exact, value))).toBeLessThanOrEqual(0.001);
  }
});
