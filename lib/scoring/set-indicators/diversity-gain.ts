/**
 * How much new ground a set covers: the mean distance from each of it to the nearest seed (CultureLLM, 2024), distance being
 * 1 − similarity. 0 when the set only repeats the seeds, 1 when it has nothing in common with them. Null without a set or
 * without seeds. O(set).
 * @param nearest for each of the set, its similarity to the nearest seed
 */
export function diversityGain(nearest: readonly number[]): number | null {
  if (nearest.length === 0) return null;
  return nearest.reduce((sum, similarity) => sum + 1 - Math.min(1, Math.max(0, similarity)), 0) / nearest.length;
}
