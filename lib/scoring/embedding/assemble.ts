import type { Interval } from "../../schema/score.ts";
import type { ScoredItem } from "../estimator.ts";
import { poolStanding, withoutTopic } from "../pool-standing.ts";
import { toMeasure } from "../to-measure.ts";
import type { Measured } from "./measure.ts";
import { type CultureState, type EmbeddingState, fewestForComparison, fewestForTypicality } from "./state.ts";

/** Puts the parts of one item together: R₀ = 0.5 typ + 0.3 cov + 0.2 top, D = 0.5 purity + 0.5 margin. */
export function assemble(state: EmbeddingState, measured: Measured): ScoredItem {
  const { id, home, abroad } = measured;
  const culture = cultureOf(state, measured.culture);
  const standing = poolStanding(culture, home);
  return {
    id,
    representativeness: toMeasure(
      standing?.value ?? null,
      standing?.interval ?? null,
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
      typicality: standing?.typicality ?? null,
      coverage: standing?.coverage ?? null,
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
function cultureOf(state: EmbeddingState, code: string): CultureState | undefined {
  return state.cultures.find(({ culture }) => culture === code);
}

/** R₀ in [0,1], or null. Needs the culture's spreads. */
export function representativeness(state: EmbeddingState, { culture, home }: Measured): number | null {
  return poolStanding(cultureOf(state, culture), home)?.value ?? null;
}

/** D in [0,1], or null. */
export function distinctiveness({ abroad }: Measured): number | null {
  return abroad === null ? null : together(abroad.neighbourPurity, abroad.centroidMargin);
}

function together(purity: number, margin: number): number {
  return 0.5 * purity + 0.5 * Math.min(1, Math.max(0, margin));
}

/** Where D would lie had others been its neighbours. Both halves look at the same items, so what they may be off adds up. */
function distinctivenessInterval({ abroad }: Measured): Interval | null {
  if (abroad === null) return null;
  const { neighbourPurityInterval: purity, centroidMarginInterval: margin } = abroad;
  return { low: together(purity.low, margin.low), high: together(purity.high, margin.high) };
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
