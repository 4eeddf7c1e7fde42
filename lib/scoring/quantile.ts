/**
 * The value that a share of the values stay at or below (nearest rank). O(n log n).
 * @param share in [0,1]
 * @example quantile([5, 1, 3, 2], 0.5) // => 2
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  const found = sorted[rank - 1];
  if (found === undefined) throw new RangeError("quantile needs a value and a share in [0,1]");
  return found;
}
