import { symmetricEigenvalues } from "./symmetric-eigenvalues.ts";

/** What a panel's agreement says of its members. */
export interface OneFactor {
  /** By informant: how well it knows what its culture would answer, in [0,1]. */
  competences: readonly number[];
  /** How far the informants agree, those who know more counting more; null when nobody knows anything. */
  consensus: number | null;
  /**
   * λ1/λ2 of the agreements with w² on the diagonal, at most 1,000. By convention at least 3 where the informants are of one
   * culture; null for two informants, who always are.
   */
  eigenvalueRatio: number | null;
}

const fewestSweeps = 20;
const mostSweeps = 500;
const stable = 1e-10;
const largestRatio = 1000;

/**
 * Cultural consensus (Romney, Weller & Batchelder 1986): if informants agree only through what they know of their culture, two
 * of them agree as the product of their competences. The competences are those whose products come nearest to the agreements
 * off the diagonal (minimum residual), found by sweeps from 1 in which each w_k ← Σ A_kl w_l / Σ w_l² uses the newest others,
 * clipped to [0,1], until none moves. Two informants have one agreement between them, so both get its root.
 * O(informants² × sweeps).
 * @param agreement symmetric, in [0,1]; the diagonal is not read; at least 2 × 2
 */
export function oneFactor(agreement: readonly (readonly number[])[]): OneFactor {
  const n = agreement.length;
  if (n < 2) throw new RangeError("oneFactor needs at least two informants");
  const between = (k: number, l: number) => agreement[k]?.[l] ?? 0;
  const competences = n === 2 ? [Math.sqrt(between(0, 1)), Math.sqrt(between(0, 1))] : sweep(n, between);
  const consensus = consensusAmong(agreement, competences);
  return {
    competences,
    consensus,
    eigenvalueRatio: n === 2 || consensus === null ? null : ratioOf(competences, between),
  };
}

/** Σ w_k w_l A_kl / Σ w_k w_l over pairs; null when no two know anything. O(informants²). */
export function consensusAmong(
  agreement: readonly (readonly number[])[],
  competences: readonly number[],
): number | null {
  let shared = 0;
  let weight = 0;
  for (const [k, own] of competences.entries()) {
    for (const [l, other] of competences.entries()) {
      if (l <= k) continue;
      shared += own * other * (agreement[k]?.[l] ?? 0);
      weight += own * other;
    }
  }
  return weight === 0 ? null : shared / weight;
}

function sweep(n: number, between: (k: number, l: number) => number): number[] {
  const competences = new Array<number>(n).fill(1);
  for (let round = 0; round < mostSweeps; round++) {
    let moved = 0;
    for (let k = 0; k < n; k++) {
      let product = 0;
      let squares = 0;
      for (const [l, other] of competences.entries()) {
        if (l === k) continue;
        product += between(k, l) * other;
        squares += other * other;
      }
      const next = squares === 0 ? 0 : Math.min(1, Math.max(0, product / squares));
      moved = Math.max(moved, Math.abs(next - (competences[k] ?? 0)));
      competences[k] = next;
    }
    if (round + 1 >= fewestSweeps && moved < stable) break;
  }
  return competences;
}

function ratioOf(competences: readonly number[], between: (k: number, l: number) => number): number | null {
  const full = competences.map((own, k) => competences.map((_, l) => (l === k ? own * own : between(k, l))));
  const [first = 0, second = 0] = symmetricEigenvalues(full);
  if (!(first > 0)) return null;
  return second <= first / largestRatio ? largestRatio : first / second;
}
