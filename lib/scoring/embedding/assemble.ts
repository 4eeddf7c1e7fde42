import type { Interval } from "../../schema/score.ts";
import type { ScoredItem } from "../estimator.ts";
import { percentile } from "../percentile.ts";
import {
  type PoolParts,
  poolRepresentativeness,
  poolRepresentativenessInterval,
  rankInterval,
  withoutTopic,
} from "../pool-representativeness.ts";
import { toMeasure } from "../to-measure.ts";
import type { Measured } from "./measure.ts";
import { type CultureState, type EmbeddingState, fewestForComparison, fewestForTypicality } from "./state.ts";

/** Puts the parts of one item together: R₀ = 0.5 typ + 0.3 cov + 0.2 top, D = 0.5 purity + 0.5 margin. */
export function assemble(state: EmbeddingState, measured: Measured): ScoredItem {
  const { id, home, abroad } = measured;
  const culture = cultureOf(state, measured.culture);
  const pooled = poolParts(culture, measured);
  return {
    id,
    representativeness: toMeasure(
      representativeness(culture, measured),
      representativenessInterval(culture, measured),
      culture?.representativeness,
      () => whyNotTypical(culture, measured),
    ),
    distinctiveness: toMeasure(
      distinctiveness(measured),
      distinctivenessInterval(measured),
      culture?.distinctiveness,
      () => whyNotDistinct(state, culture, measured),
    ),
    parts: {
      basis: "embedding",
      typicality: pooled?.typicality ?? null,
      coverage: pooled?.coverage ?? null,
      topicNeed: home?.topicNeed ?? null,
      neighbourPurity: abroad?.neighbourPurity ?? null,
      centroidMargin: abroad?.centroidMargin ?? null,
      silhouette: abroad?.silhouette ?? null,
      nearestCulture: abroad?.nearestCulture ?? null,
      ...(state.search.recall === null ? {} : { recall: state.search.recall }),
      ...(home !== null && home.topicNeed === null ? { note: withoutTopic } : {}),
    },
  };
}

/** The culture of that code, if any of its items has a vector. */
export function cultureOf(state: EmbeddingState, code: string): CultureState | undefined {
  return state.cultures.find(({ culture }) => culture === code);
}

/** R₀ in [0,1], or null. Needs the culture's spreads. */
export function representativeness(culture: CultureState | undefined, measured: Measured): number | null {
  const parts = poolParts(culture, measured);
  return parts === null ? null : poolRepresentativeness(parts);
}

/** D in [0,1], or null. */
export function distinctiveness({ abroad }: Measured): number | null {
  return abroad === null ? null : together(abroad.neighbourPurity, abroad.centroidMargin);
}

function together(purity: number, margin: number): number {
  return 0.5 * purity + 0.5 * Math.min(1, Math.max(0, margin));
}

function representativenessInterval(culture: CultureState | undefined, measured: Measured): Interval | null {
  const parts = poolParts(culture, measured);
  if (culture === undefined || measured.home === null || parts === null) return null;
  const { mean, nearest } = measured.home.margins;
  return poolRepresentativenessInterval(parts, {
    typicality: rankInterval(culture.typicality, parts.typicality, mean),
    coverage: rankInterval(culture.coverage, parts.coverage, { low: 1 - nearest.high, high: 1 - nearest.low }),
  });
}

/** Where D would lie had others been its neighbours. Both halves look at the same items, so what they may be off adds up. */
function distinctivenessInterval({ abroad }: Measured): Interval | null {
  if (abroad === null) return null;
  const { neighbourPurityInterval: purity, centroidMarginInterval: margin } = abroad;
  return { low: together(purity.low, margin.low), high: together(purity.high, margin.high) };
}

function poolParts(culture: CultureState | undefined, { home }: Measured): PoolParts | null {
  if (home === null || culture === undefined) return null;
  return {
    typicality: percentile(culture.typicality, home.typicality),
    coverage: percentile(culture.coverage, home.coverage),
    topicNeed: home.topicNeed,
  };
}

function sizeOf(culture: CultureState | undefined): number {
  return culture === undefined ? 0 : culture.end - culture.first;
}

function whyNotTypical(culture: CultureState | undefined, { missing }: Measured): string {
  return (
    missing ??
    `Typicality needs at least ${fewestForTypicality} answered items of the culture; there are ${sizeOf(culture)} with an embedding.`
  );
}

function whyNotDistinct(state: EmbeddingState, culture: CultureState | undefined, { missing }: Measured): string {
  if (missing !== null) return missing;
  if (sizeOf(culture) < fewestForComparison) {
    return `Comparing cultures needs at least ${fewestForComparison} answered items of this one; there are ${sizeOf(culture)} with an embedding.`;
  }
  return state.cultures.length < 2
    ? "Only one culture in this project has answers, so there is nothing to compare it with."
    : `No other culture in this project has ${fewestForComparison} answered items with an embedding.`;
}
