import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesToHalves, fromHalves, halvesToBytes, toHalves } from "./half-precision.ts";

const halfOf = (value: number) => toHalves(Float32Array.of(value))[0];
const kept = (value: number) => fromHalves(toHalves(Float32Array.of(value)))[0];

describe("numbers as halves", () => {
  // By hand from the layout of binary16: sign, 5 bits of exponent, 10 of fraction.
  test.each([
    [0, 0x0000],
    [-0, 0x8000],
    [1, 0x3c00],
    [-2, 0xc000],
    [65_504, 0x7bff],
    [0.333_251_953_125, 0x3555],
    [2 ** -14, 0x0400],
    [2 ** -24, 0x0001],
    [1023 * 2 ** -24, 0x03ff],
  ])("%d is kept exactly", (value, half) => {
    expect(halfOf(value)).toBe(half);
    expect(kept(value)).toBe(value);
  });

  test("what lies between is rounded to the nearest, ties to even", () => {
    expect(halfOf(1 + 2 ** -11)).toBe(0x3c00);
    expect(halfOf(1 + 3 * 2 ** -11)).toBe(0x3c02);
    expect(halfOf(1 + 2 ** -11 + 2 ** -20)).toBe(0x3c01);
    expect(halfOf(2 ** -25)).toBe(0x0000);
    expect(halfOf(3 * 2 ** -25)).toBe(0x0002);
    expect(halfOf(2 ** -25 + 2 ** -40)).toBe(0x0001);
    // Rounding up the largest subnormal gives the least normal number, and the largest fraction the next exponent.
    expect(halfOf(1023.75 * 2 ** -24)).toBe(0x0400);
    expect(halfOf(2 - 2 ** -12)).toBe(0x4000);
  });

  test("what is too large is infinite, and what is no number stays none", () => {
    expect([65_519, 65_520, -1e9, Number.POSITIVE_INFINITY].map(halfOf)).toEqual([0x7bff, 0x7c00, 0xfc00, 0x7c00]);
    expect(kept(Number.NaN)).toBeNaN();
  });

  test("every half comes back as it was", () => {
    const all = Uint16Array.from({ length: 0x10000 }, (_, half) => half).filter((half) => (half & 0x7fff) <= 0x7c00);
    expect(toHalves(fromHalves(all))).toEqual(all);
    expect(bytesToHalves(halvesToBytes(all))).toEqual(all);
  });
});

test("a number of a unit vector is off by at most one part in 2,048, or 3e-8", () => {
  fc.assert(
    fc.property(fc.float({ min: -1, max: 1, noNaN: true }), (value) => {
      const back = kept(value) ?? Number.NaN;
      expect(Math.abs(back - value)).toBeLessThanOrEqual(Math.max(Math.abs(value) * 2 ** -11, 2 ** -25));
      expect(Math.sign(back) * Math.sign(value)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("bytes are little-endian, wherever they lie", () => {
  expect([...halvesToBytes(Uint16Array.of(0x3c00, 0x8001))]).toEqual([0x00, 0x3c, 0x01, 0x80]);
  expect([...bytesToHalves(Uint8Array.of(9, 0x00, 0x3c).subarray(1))]).toEqual([0x3c00]);
  expect(() => bytesToHalves(Uint8Array.of(1))).toThrow(RangeError);
});
