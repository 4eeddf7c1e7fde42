import { nearCopy } from "../near-copy.ts";

/**
 * The share of a set that has a near copy in it: whose nearest neighbour of the same culture is more similar than 0.9. Both of
 * a pair count. Null for an empty set. O(set).
 * @param nearest for each of the set, its similarity to the nearest other one of its culture; 0 for the only one
 */
export function redundancy(nearest: readonly number[]): number | null {
  if (nearest.length === 0) return null;
  return nearest.filter((similarity) => similarity > nearCopy).length / nearest.length;
}
