/** One culture's answers to the question, by their cosines. */
export interface AnswersOf {
  culture: string;
  /** Cosine of each answer with the text. */
  toText: readonly number[];
  /** Cosines among the answers, 1 on the diagonal. */
  among: readonly (readonly number[])[];
}

/**
 * φ: how probable it is that a text comes from each culture, by its nearness to what the cultures answered to the same
 * question: exp(cos(e(y), μ_c) / τ), scaled to add up to 1, μ_c being the centroid of the culture's answers, of unit length.
 * The text itself must not be among them. O(answers²).
 * @param sharpness τ > 0; smaller is surer. 0.05 is a start that nobody has fitted
 */
export function originProbabilities(cultures: readonly AnswersOf[], sharpness: number): Map<string, number> {
  const cosines = cultures.map(centroidCosine);
  const nearest = Math.max(...cosines);
  const weights = cosines.map((cosine) => Math.exp((cosine - nearest) / sharpness));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return new Map(cultures.map(({ culture }, i) => [culture, (weights[i] ?? 0) / sum]));
}

/**
 * The cosine of a text with the centroid of answers, from cosines alone: Σ cos(y, a_k) over the length of Σ a_k, whose square
 * is the sum of all cosines among the answers. 0 where the answers cancel each other out.
 */
export function centroidCosine({ toText, among }: Pick<AnswersOf, "toText" | "among">): number {
  const sum = toText.reduce((total, cosine) => total + cosine, 0);
  const square = among.reduce((total, row) => row.reduce((part, cosine) => part + cosine, total), 0);
  return square <= 1e-12 ? 0 : Math.min(1, Math.max(-1, sum / Math.sqrt(square)));
}
