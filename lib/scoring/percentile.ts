/**
 * The share of values that are lower, ties counted half. In [0,1]; ½ when there are none.
 * @param sorted ascending
 * @example percentile(Float32Array.of(1, 2, 2, 4), 2) // => 0.5, (1 + 2/2) / 4
 */
export function percentile(sorted: Float32Array, value: number): number {
  if (sorted.length === 0) return 0.5;
  const below = firstIndex(sorted, (entry) => entry >= value);
  const notAbove = firstIndex(sorted, (entry) => entry > value);
  return (below + notAbove) / 2 / sorted.length;
}

/**
 * Values in order, to take percentiles in: all of them up to 1,000, else 1,000 spread evenly over the ranks (so a
 * percentile is off by at most 0.001).
 */
export function quantileSketch(values: readonly number[]): Float32Array {
  const sorted = Float32Array.from(values).sort();
  if (sorted.length <= limit) return sorted;
  return Float32Array.from({ length: limit }, (_, i) => sorted[Math.floor(((i + 0.5) * sorted.length) / limit)] ?? 0);
}

const limit = 1000;

function firstIndex(sorted: Float32Array, holds: (entry: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}
