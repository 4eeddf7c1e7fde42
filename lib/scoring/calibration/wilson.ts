import type { Interval } from "../../schema/score.ts";

/** The 97.5 % point of the normal distribution: intervals hold in 95 of 100 repetitions. */
export const z95 = 1.959963984540054;

/**
 * Wilson's score interval (1927) of a share, 95 %. `hits` may be a fraction, as a sum of ratings in [0,1] is: such outcomes vary
 * no more than yes and no do, so the interval is then on the wide side. Null without a trial. Always within [0,1].
 * @example wilson(8, 10) // => { low: 0.490…, high: 0.943… }
 */
export function wilson(hits: number, trials: number): Interval | null {
  if (trials <= 0) return null;
  const share = hits / trials;
  const square = z95 * z95;
  const centre = (share + square / (2 * trials)) / (1 + square / trials);
  const reach =
    (z95 / (1 + square / trials)) * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials * trials));
  return { low: Math.max(0, centre - reach), high: Math.min(1, centre + reach) };
}
