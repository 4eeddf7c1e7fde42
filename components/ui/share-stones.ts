/**
 * Shares `stones` out among `counts` by largest remainder, so that they add up. A count above zero gets at least one
 * stone while there are stones enough: nothing that exists is shown as absent.
 */
export function shareStones(counts: readonly number[], stones: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count / total) * stones);
  const shares = exact.map((share, index) => ((counts[index] ?? 0) > 0 ? Math.max(1, Math.floor(share)) : 0));
  let left = stones - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((share, index) => ({ index, over: share - (shares[index] ?? 0) }))
    .sort((a, b) => b.over - a.over || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    if ((counts[index] ?? 0) === 0) continue;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  while (left < 0) {
    const largest = shares.indexOf(Math.max(...shares));
    shares[largest] = (shares[largest] ?? 0) - 1;
    left += 1;
  }
  return shares;
}
