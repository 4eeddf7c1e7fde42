import type { Interval } from "../schema/score.ts";
import { shareInterval } from "./share-interval.ts";

/** A mean of values in [0,1] and where the mean of very many would lie. */
export interface BoundedMean {
  mean: number;
  interval: Interval;
  count: number;
}

/**
 * The mean of values in [0,1] with a 95 % interval; null without values. The interval is Wilson's for a share (Wilson 1927),
 * which holds for any values in [0,1]: their variance is at most mean · (1 − mean) (Bhatia & Davis 2000), which is that of a
 * share. So it is rather too wide than too narrow, it never has width 0 because a few people happened to agree, and it can be
 * told from one value. O(n).
 * @example boundedMean([0.75]) // => mean 0.75 between 0.12 and 0.99: one value says little
 */
export function boundedMean(values: readonly number[]): BoundedMean | null {
  const count = values.length;
  if (count === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  return { mean, interval: shareInterval(mean, count), count };
}
