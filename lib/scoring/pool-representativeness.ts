import type { Interval } from "../schema/score.ts";
import { percentile } from "./percentile.ts";
import { sumInterval } from "./sum-interval.ts";

/** How one text stands in its pool: each in [0,1], the first two as ranks within the pool. */
export interface PoolParts {
  typicality: number;
  coverage: number;
  /** Null for a text without a topic. */
  topicNeed: number | null;
}

/** Parts of a text without a topic, in words. */
export const withoutTopic = "The item has no topic, so typicality counts 0.625 and coverage 0.375.";

/** R₀ = 0.5 typ + 0.3 cov + 0.2 top; without a topic the first two alone, in the same proportion. In [0,1]. */
export function poolRepresentativeness({ typicality, coverage, topicNeed }: PoolParts): number {
  const value =
    topicNeed === null ? 0.625 * typicality + 0.375 * coverage : 0.5 * typicality + 0.3 * coverage + 0.2 * topicNeed;
  return Math.min(1, value);
}

/**
 * Where R₀ would lie had others of the culture's items been in the pool, since the nearest similarities depend on who is
 * there. Typicality and coverage err against each other, so it is up to twice as wide as need be. The topic's need is a
 * count and taken as it is.
 */
export function poolRepresentativenessInterval(
  { typicality, coverage, topicNeed }: PoolParts,
  intervals: { typicality: Interval; coverage: Interval },
): Interval {
  const [typical, covered] = topicNeed === null ? [0.625, 0.375] : [0.5, 0.3];
  return sumInterval([
    { weight: typical, value: typicality, interval: intervals.typicality },
    { weight: covered, value: coverage, interval: intervals.coverage },
    ...(topicNeed === null ? [] : [{ weight: 0.2, value: topicNeed, interval: { low: topicNeed, high: topicNeed } }]),
  ]);
}

/** Where a rank may lie: the ranks of the ends of what is ranked. */
export function rankInterval(spread: Float32Array, rank: number, raw: Interval): Interval {
  return {
    low: Math.min(rank, percentile(spread, Math.fround(raw.low))),
    high: Math.max(rank, percentile(spread, Math.fround(raw.high))),
  };
}
