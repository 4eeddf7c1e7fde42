/**
 * How well a set stands for its culture's pool: F(S) / |V| with F the facility-location function, which is the mean over the
 * pool of the similarity to the nearest of the set (Lin & Bilmes 2011). In [0,1]; 1 when the set is the whole pool, 0 when it
 * is empty. Null for an empty pool. O(pool).
 * @param nearest for each of the pool, its similarity to the nearest of the set, itself included; 0 when there is none
 */
export function setCoverage(nearest: readonly number[]): number | null {
  if (nearest.length === 0) return null;
  return nearest.reduce((sum, similarity) => sum + Math.min(1, Math.max(0, similarity)), 0) / nearest.length;
}
