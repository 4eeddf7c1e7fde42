import type { Interval } from "../schema/score.ts";
import { intervalOf } from "./interval-of.ts";
import { z95 } from "./z95.ts";

/** The quantiles .025 and .975 of the greatest of many with an exponential tail (Gumbel), from its mean in units of the tail. */
const gumbelBelow = -1.305_322_1 - 0.577_215_7;
const gumbelAbove = 3.676_247_3 - 0.577_215_7;

/** How close a text is to its nearest neighbours, had others of the same pool been there to be its neighbours. */
export interface NearestMargins {
  /** Of the mean similarity to all found. */
  mean: Interval;
  /** Of the similarity to the nearest. */
  nearest: Interval;
}

/**
 * How much the nearest similarities of a text depend on who happens to be in the pool, in 95 of 100 pools of the same size.
 *
 * The mean of the k largest of n is a tail mean, so its standard error is √((s² + (1 − k/n)(mean − q)²)/k), with s² the
 * variance of the k and q the least of them (Manistre & Hancock 2005). The largest itself is off by what separates the few
 * before it: with an exponential tail above q, of the scale β = mean excess over q, the largest of many follows Gumbel's
 * law, whose central 95 of 100 are 4.98 β long (Weissman 1978). O(k).
 *
 * @param similarities of the k nearest, nearest first, each at least 0
 * @param pool how many were compared
 */
export function nearestMargins(similarities: readonly number[], pool: number): NearestMargins {
  const count = similarities.length;
  const nearest = similarities[0];
  const least = similarities.at(-1);
  if (nearest === undefined || least === undefined || count < 3)
    return { mean: { low: 0, high: 1 }, nearest: { low: 0, high: 1 } };
  const mean = similarities.reduce((sum, value) => sum + value, 0) / count;
  const variance = similarities.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  const error = Math.sqrt((variance + (1 - count / Math.max(pool, count)) * (mean - least) ** 2) / count);
  const scale = ((mean - least) * count) / (count - 1);
  return {
    mean: intervalOf(Math.min(1, mean), z95 * error),
    // Where the largest lies low for a largest, what it estimates lies above it; and the other way round.
    nearest: intervalOf(Math.min(1, nearest), gumbelAbove * scale, -gumbelBelow * scale),
  };
}
