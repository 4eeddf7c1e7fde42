/**
 * How evenly a set lies over topics: H(shares) / ln(topics). 1 when every topic has the same number, 0 when one has all. Null
 * for fewer than two topics and for an empty set. O(topics).
 * @param counts for each topic that could have some, how many it has
 */
export function topicBalance(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (counts.length < 2 || total === 0) return null;
  const entropy = counts.reduce(
    (sum, count) => (count === 0 ? sum : sum - (count / total) * Math.log(count / total)),
    0,
  );
  return Math.min(1, Math.max(0, entropy / Math.log(counts.length)));
}
