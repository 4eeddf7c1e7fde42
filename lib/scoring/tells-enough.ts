import type { Interval } from "../schema/score.ts";

/** Three quarters of the scale: with a wider interval a value in the middle could be as low as .1 or as high as .9. */
export const widestTelling = 0.75;

/**
 * Whether a value may be told as a number. Where its interval is wider than 0.75 there is not enough to say: the value is
 * kept, so that orders, filters and files stay whole, but every page says so in its place, with the interval. Without an
 * interval nothing is known against it.
 */
export function tellsEnough({ interval }: { interval: Interval | null }): boolean {
  return interval === null || interval.high - interval.low <= widestTelling;
}
