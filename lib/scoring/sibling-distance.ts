/**
 * How far an answer lies from what other cultures answer to the same question, between two yardsticks (D₁, after
 * CAReDiO): ⟦(b′ − similarity) / (b′ − b)⟧. 0 when foreign answers are as close as a compatriot's would be, 1 when they are
 * no closer than answers to other questions. Null when b′ ≤ b: the yardsticks cannot tell near from far.
 * @param similarity mean over the other cultures of their best match
 * @param unrelated b, mean similarity of answers to different questions
 * @param compatriot b′, mean similarity of two answers of one culture to the same question
 * @example siblingDistance(0.4, 0.1, 0.6) // => 0.4
 */
export function siblingDistance(similarity: number, unrelated: number, compatriot: number): number | null {
  if (!(compatriot > unrelated)) return null;
  return Math.min(1, Math.max(0, (compatriot - similarity) / (compatriot - unrelated)));
}
