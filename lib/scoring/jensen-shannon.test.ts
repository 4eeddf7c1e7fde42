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

test("agrees with the square of SciPy's jensenshannon in bits", () => {
  const own = [0.5, 0.3, 0.2, 0];
  const other = [0.1, 0.1, 0.3, 0.5];
  const sum = (p: readonly number[], q: readonly number[]) =>
    p.reduce(
      (total, value, i) => (value === 0 ? total : total + value * Math.log2((2 * value) / (value + (q[i] ?? 0)))),
      0,
    );
  expect((jensenShannonPart(sum(own, other), 2) + jensenShannonPart(sum(other, own), 2)) / 2).toBeCloseTo(0.4, 12);
});

test("is 1 for words that only one of N cultures uses, 0 for shared ones, never below 0", () => {
  // p/m = N when no other culture uses the word.
  expect(jensenShannonPart(Math.log2(8), 8)).toBe(1);
  expect(jensenShannonPart(0, 8)).toBe(0);
  expect(jensenShannonPart(-0.4, 8)).toBe(0);
  expect(jensenShannonPart(1, 1)).toBe(0);
});
