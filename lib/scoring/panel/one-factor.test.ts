import fc from "fast-check";
import { expect, test } from "vitest";
import { oneFactor } from "./one-factor.ts";
import { symmetricEigenvalues } from "./symmetric-eigenvalues.ts";

const product = (competences: readonly number[]) =>
  competences.map((a, k) => competences.map((b, l) => (k === l ? 1 : a * b)));

test("agreements of no exact factor get the competences with the least residual", () => {
  const agreement = [
    [1, 0.62, 0.55, 0.4, 0.3],
    [0.62, 1, 0.5, 0.44, 0.22],
    [0.55, 0.5, 1, 0.35, 0.27],
    [0.4, 0.44, 0.35, 1, 0.18],
    [0.3, 0.22, 0.27, 0.18, 1],
  ];
  const found = oneFactor(agreement);
  // SciPy 1.10: minimize(Σ (A_kl − w_k w_l)², BFGS, gtol 1e-13); the ratio from NumPy's eigvalsh with w² on the diagonal.
  const independent = [0.80685808, 0.75998262, 0.67660021, 0.52908166, 0.34947225];
  for (const [k, own] of independent.entries()) expect(found.competences[k]).toBeCloseTo(own, 6);
  expect(found.eigenvalueRatio).toBeCloseTo(25.995140928, 4);
  expect(found.consensus).toBeCloseTo(0.4310706820728, 7);
});

test("where agreement is nothing but competence, the competences come back, in any order of informants", () => {
  const competence = fc.double({ min: 0.3, max: 0.95, noNaN: true });
  fc.assert(
    fc.property(fc.array(competence, { minLength: 3, maxLength: 10 }), (true_) => {
      const found = oneFactor(product(true_));
      const turned = oneFactor(product(true_.toReversed())).competences.toReversed();
      for (const [k, own] of true_.entries()) {
        expect(found.competences[k]).toBeCloseTo(own, 6);
        expect(turned[k]).toBeCloseTo(own, 6);
      }
      expect(found.eigenvalueRatio).toBeGreaterThan(100);
    }),
  );
});

test("an informant who knows nothing has no competence, and the others keep theirs", () => {
  const { competences } = oneFactor(product([0.9, 0.8, 0, 0.7]));
  expect(competences[2]).toBe(0);
  expect(competences[0]).toBeCloseTo(0.9, 6);
});

test("two informants share the root of their agreement; nobody who agrees has no consensus", () => {
  for (const own of oneFactor(product([0.9, 0.4])).competences) expect(own).toBeCloseTo(0.6, 12);
  expect(oneFactor(product([0, 0, 0]))).toEqual({ competences: [0, 0, 0], consensus: null, eigenvalueRatio: null });
  expect(() => oneFactor([[1]])).toThrow(RangeError);
});

test("two camps that agree within and not between show in the ratio", () => {
  const camps = Array.from({ length: 6 }, (_, k) => Array.from({ length: 6 }, (_, l) => (k % 2 === l % 2 ? 0.8 : 0.1)));
  expect(oneFactor(camps).eigenvalueRatio).toBeLessThan(3);
});

test("competences and consensus stay in [0,1] for any agreements", () => {
  const size = fc.integer({ min: 2, max: 8 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      size.chain((n) => fc.array(fc.array(share, { minLength: n, maxLength: n }), { minLength: n, maxLength: n })),
      (drawn) => {
        const agreement = drawn.map((row, k) => row.map((value, l) => (k <= l ? value : (drawn[l]?.[k] ?? 0))));
        const { competences, consensus, eigenvalueRatio } = oneFactor(agreement);
        for (const own of competences) expect(own >= 0 && own <= 1).toBe(true);
        expect(consensus === null || (consensus >= 0 && consensus <= 1 + 1e-12)).toBe(true);
        expect(eigenvalueRatio === null || Number.isFinite(eigenvalueRatio)).toBe(true);
      },
    ),
  );
});

test("eigenvalues are those NumPy finds", () => {
  const found = symmetricEigenvalues([
    [4, 1, -2],
    [1, 3, 0.5],
    [-2, 0.5, 1],
  ]);
  for (const [i, value] of [5.21795578, 3.03465414, -0.25260992].entries()) expect(found[i]).toBeCloseTo(value, 7);
});
