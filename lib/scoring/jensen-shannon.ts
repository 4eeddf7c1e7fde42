/**
 * A culture's smoothed probability of a word: its own count and a background share of `priorTotal` pseudo-words.
 * @param prior the word's part of the pseudo-words
 */
export function smoothedProbability(count: number, total: number, prior: number, priorTotal: number): number {
  return (count + prior) / (total + priorTotal);
}

/**
 * The pointwise Jensen–Shannon part of distinctiveness (Lin 1991): ⟦Σ tf(w) · log₂(p_c(w)/m(w)) / log₂ N⟧ with m the even
 * mixture of N cultures. Averaged over balanced cultures (unclipped) it is the generalised Jensen–Shannon divergence in
 * units of its maximum. ≈ 0 for a text that any culture could have written; at most 1, since p_c/m ≤ N.
 * @param sumOfLogRatios Σ tf(w) · log₂(p_c(w)/m(w)), tf as shares of the text's words
 */
export function jensenShannonPart(sumOfLogRatios: number, cultures: number): number {
  if (cultures < 2) return 0;
  return Math.min(1, Math.max(0, sumOfLogRatios / Math.log2(cultures)));
}
