/** What similarities between answers are measured by. */
export interface Yardsticks {
  /** b: how alike answers to different questions are. */
  unrelated: number;
  /** b′: how alike two answers of one culture to the same question are. */
  compatriot: number;
}

/**
 * How far an answer lies from what other cultures answer to the same question, between two yardsticks (D₁, after
 * CAReDiO): ⟦(b′ − s) / (b′ − b)⟧ with s the mean over the other cultures, each counting at least b. 0 when foreign answers
 * are as close as a compatriot's would be, 1 when none is closer than answers to other questions. Null when b′ ≤ b: then
 * the yardsticks cannot tell near from far. O(cultures).
 * @param similarities best match within each other culture, at least one
 * @example siblingDistance([0.7, 0], { unrelated: 0.1, compatriot: 0.6 }) // => 0.4, (0.6 − (0.7 + 0.1) / 2) / 0.5
 */
export function siblingDistance(similarities: readonly number[], { unrelated, compatriot }: Yardsticks): number | null {
  if (!(compatriot > unrelated)) return null;
  const similarity = meanSimilarity(similarities, unrelated);
  return Math.min(1, Math.max(0, (compatriot - similarity) / (compatriot - unrelated)));
}

/**
 * The mean of similarities, each counting at least `unrelated`, so that letters which happen to coincide in ever so many
 * answers do not add up to a likeness.
 */
export function meanSimilarity(similarities: readonly number[], unrelated: number): number {
  if (similarities.length === 0) throw new RangeError("meanSimilarity needs at least one similarity");
  return similarities.reduce((sum, value) => sum + Math.max(unrelated, value), 0) / similarities.length;
}
