import type { Interval } from "../schema/score.ts";
import type { NearestMargins } from "./nearest-margins.ts";
import { percentile } from "./percentile.ts";
import { sumInterval } from "./sum-interval.ts";

/** What was measured of one text among those of its pool, before percentiles. */
export interface PoolMeasures {
  typicality: number;
  /** What the pool would lose without it. */
  coverage: number;
  /** In [0,1]; null for a text without a topic. */
  topicNeed: number | null;
  margins: NearestMargins;
}

/** How the texts of a pool spread, to take percentiles in. */
export interface PoolSpreads {
  typicality: Float32Array;
  coverage: Float32Array;
}

/** How one text stands in its pool. */
export interface PoolStanding {
  /** Ranks within the pool, in [0,1]. */
  typicality: number;
  coverage: number;
  /** R₀, in [0,1]. */
  value: number;
  interval: Interval;
}

/** Parts of a text without a topic, in words. */
export const withoutTopic = "The item has no topic, so typicality counts 0.625 and coverage 0.375.";

/**
 * R₀ = 0.5 typ + 0.3 cov + 0.2 top; without a topic the first two alone, in the same proportion. The interval is where R₀ would
 * lie had others of the culture's items been in the pool, since the nearest similarities depend on who is there. Typicality and
 * coverage err against each other, so it is up to twice as wide as need be. The topic's need is a count and taken as it is.
 * Null where there is no pool, or too small a one to measure by. O(log of the spreads).
 */
export function poolStanding(spreads: PoolSpreads | undefined, measures: PoolMeasures | null): PoolStanding | null {
  if (spreads === undefined || measures === null) return null;
  const { topicNeed, margins } = measures;
  const typicality = percentile(spreads.typicality, measures.typicality);
  const coverage = percentile(spreads.coverage, measures.coverage);
  const [typical, covered] = topicNeed === null ? [0.625, 0.375] : [0.5, 0.3];
  const value = typical * typicality + covered * coverage + (topicNeed === null ? 0 : 0.2 * topicNeed);
  const lost = { low: 1 - margins.nearest.high, high: 1 - margins.nearest.low };
  const interval = sumInterval([
    { weight: typical, value: typicality, interval: rankInterval(spreads.typicality, typicality, margins.mean) },
    { weight: covered, value: coverage, interval: rankInterval(spreads.coverage, coverage, lost) },
    ...(topicNeed === null ? [] : [{ weight: 0.2, value: topicNeed, interval: { low: topicNeed, high: topicNeed } }]),
  ]);
  return { typicality, coverage, value: Math.min(1, value), interval };
}

/** Where a rank may lie: the ranks of the ends of what is ranked. */
function rankInterval(spread: Float32Array, rank: number, raw: Interval): Interval {
  return {
    low: Math.min(rank, percentile(spread, Math.fround(raw.low))),
    high: Math.max(rank, percentile(spread, Math.fround(raw.high))),
  };
}
