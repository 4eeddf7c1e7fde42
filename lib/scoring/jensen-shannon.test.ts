import { expect, test } from "vitest";
import { jensenShannonPart, smoothedProbability } from "./jensen-shannon.ts";

test("a smoothed probability mixes counts and prior", () => {
  expect(smoothedProbability(19, 38, 1.95, 8)).toBeCloseTo(20.95 / 46, 12);
});

test("averaged over balanced cultures the part is the generalised Jensen–Shannon divergence over its maximum", () => {
  // Two cultures over two words, p = (0.9, 0.1) and q = (0.1, 0.9): JSD = 1 − H(0.9) = 0.5310044064107188 bits, by Python.
  const ratios = (own: number, other: number) => own * Math.log2(own / ((own + other) / 2));
  const part = jensenShannonPart(ratios(0.9, 0.1) + ratios(0.1, 0.9), 2);
  expect(part).toBeCloseTo(0.5310044064107188, 12);
});

test("is 1 for words that only one of N cultures uses, 0 for shared ones, never below 0", () => {
  // p/m = N when no other culture uses the word.
  expect(jensenShannonPart(Math.log2(8), 8)).toBe(1);
  expect(jensenShannonPart(0, 8)).toBe(0);
  expect(jensenShannonPart(-0.4, 8)).toBe(0);
  expect(jensenShannonPart(1, 1)).toBe(0);
});
