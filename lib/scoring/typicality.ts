/**
 * How close a text is to its own culture's pool: the mean similarity to its nearest neighbours there. In [0,1]; 0 without
 * neighbours. Its percentile within the culture is the typicality of wording. O(neighbours).
 * @example typicality(Float32Array.of(0.1, 0.6, 0.4), Int32Array.of(1, 2), 2) // => 0.5
 */
export function typicality(similarities: Float32Array, nearest: Int32Array, found: number): number {
  if (found === 0) return 0;
  let sum = 0;
  for (let i = 0; i < found; i++) sum += Math.max(0, similarities[nearest[i] ?? 0] ?? 0);
  return Math.min(1, sum / found);
}
