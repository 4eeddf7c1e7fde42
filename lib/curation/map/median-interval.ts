import { z95 } from "#lib/scoring/z95.ts";

/** A middle value with where the true one lies in at least 95 of 100 samples; no interval where too few say anything. */
export interface MedianInterval {
  median: number;
  interval: { low: number; high: number } | null;
}

/** The share of samples whose interval may miss on either side. */
const tail = 0.025;
/** Beyond this the binomial is taken for the normal distribution that it is by then: at times one rank wider, never narrower. */
const exactUpTo = 1000;

/**
 * The median and its distribution-free interval from order statistics (W. J. Conover, Practical Nonparametric Statistics, 3.2):
 * the r-th lowest and the r-th highest value, where r is the largest rank that a fair coin reaches in at most 2.5 % of n
 * tosses. Nothing is assumed of how scores are spread, and chance has no part in it. Below six values no rank reaches 95 %.
 *
 * @param sorted ascending, at least one. O(n) up to a thousand values, O(1) beyond.
 * @throws RangeError without a value
 */
export function medianInterval(sorted: ArrayLike<number>): MedianInterval {
  const count = sorted.length;
  const lower = sorted[Math.floor((count - 1) / 2)];
  const upper = sorted[Math.floor(count / 2)];
  if (lower === undefined || upper === undefined) throw new RangeError("medianInterval needs a value");
  const rank = intervalRank(count);
  const low = sorted[rank - 1];
  const high = sorted[count - rank];
  return {
    median: (lower + upper) / 2,
    interval: low === undefined || high === undefined ? null : { low, high },
  };
}

/** The rank of the interval's ends, counted from 1 from either side; 0 where there is none. */
export function intervalRank(count: number): number {
  if (count > exactUpTo) return Math.floor((count + 1 - z95 * Math.sqrt(count)) / 2);
  let probability = 0.5 ** count;
  let sum = 0;
  let rank = 0;
  while (rank <= count && sum + probability <= tail) {
    sum += probability;
    probability *= (count - rank) / (rank + 1);
    rank++;
  }
  return rank;
}
