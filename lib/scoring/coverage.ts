/**
 * What a culture's pool would lose without this text: F(V) − F(V \ i) of the facility-location function
 * F(S) = Σ_j max_{i∈S} s_ij (Lin & Bilmes 2011). With V all of the culture, each text is covered by itself with
 * similarity 1. Taking i away changes only how well i itself is covered: from 1 to its similarity to the nearest other.
 * So the loss is 1 − nearest similarity, whatever the order: 0 for a copy, 1 for a text unlike any other. O(1).
 */
export function coverageLoss(nearestSimilarity: number): number {
  return 1 - Math.min(1, Math.max(0, nearestSimilarity));
}
