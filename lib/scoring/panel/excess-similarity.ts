/**
 * Similarity beyond chance: ⟦(s − b) / (1 − b)⟧ with s = max(0, cos) and b the similarity of answers to different questions.
 * 0 when no closer than those, 1 when the same. O(1).
 * @param unrelated b, in [0,1)
 * @example excessSimilarity(0.6, 0.2) // => 0.5
 */
export function excessSimilarity(cosine: number, unrelated: number): number {
  return Math.min(1, Math.max(0, (Math.max(0, cosine) - unrelated) / (1 - unrelated)));
}
