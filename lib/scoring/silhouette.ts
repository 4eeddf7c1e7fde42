/**
 * How much nearer a text is to its own culture than to the nearest other one (Rousseeuw 1987): (b − a) / max(a, b), with a the
 * mean distance to the others of its own, b the smallest mean distance to another. In [−1,1]; 0 for the only one of its
 * culture, as Rousseeuw has it, and where both are 0. Null without another culture. O(cultures).
 * @param own mean distance to the others of its culture, or null when there is none
 * @param others mean distances to each other culture
 */
export function silhouette(own: number | null, others: readonly number[]): number | null {
  if (others.length === 0) return null;
  if (own === null) return 0;
  const nearest = others.reduce((low, distance) => Math.min(low, distance), Number.POSITIVE_INFINITY);
  const larger = Math.max(own, nearest);
  return larger === 0 ? 0 : (nearest - own) / larger;
}
