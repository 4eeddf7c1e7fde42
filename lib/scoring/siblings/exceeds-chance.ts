/**
 * Whether the mean of differences lies above 0 by more than one standard error (standard deviation with n − 1, over √n).
 * False for fewer than two. O(n).
 * @example exceedsChance([1, 1, 0, 1]) // => true: mean 0.75, standard error 0.25
 */
export function exceedsChance(differences: readonly number[]): boolean {
  const count = differences.length;
  if (count < 2) return false;
  const mean = differences.reduce((sum, value) => sum + value, 0) / count;
  const squares = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return mean > Math.sqrt(squares / (count - 1) / count);
}
