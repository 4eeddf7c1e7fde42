import { entropy } from "./entropy.ts";

/**
 * How evenly a set lies over topics: H(shares) / ln(topics). 1 when every topic has the same number, 0 when one has all. Null
 * for fewer than two topics and for an empty set. O(topics).
 * @param counts for each topic that could have some, how many it has
 */
export function topicBalance(counts: readonly number[]): number | null {
  if (counts.length < 2 || counts.every((count) => count === 0)) return null;
  return Math.min(1, Math.max(0, entropy(counts) / Math.log(counts.length)));
}
