import { z } from "zod";
import { measureNames } from "./choices.ts";

export const EstimatorName = z.enum(["lexical", "siblings", "embedding", "panel", "human"]);
export type EstimatorName = z.infer<typeof EstimatorName>;

/** Those that need nothing but the texts: every project is scored by them. */
export const TextEstimatorName = EstimatorName.extract(["lexical", "siblings"]);
export type TextEstimatorName = z.infer<typeof TextEstimatorName>;
export const textEstimators = TextEstimatorName.options;

/**
 * Those that are run over a whole project; each project chooses among them. `embedding` runs once an embedder is chosen too. `human`
 * follows from ratings by itself.
 */
export const RunEstimatorName = EstimatorName.extract(["lexical", "siblings", "embedding"]);
export type RunEstimatorName = z.infer<typeof RunEstimatorName>;

/** What is measured. */
export const MeasureName = z.enum(measureNames);
export type MeasureName = z.infer<typeof MeasureName>;

const UnitInterval = z.number().min(0).max(1);

/** Where the value would lie in 95 of 100 repetitions, ends included. */
export const Interval = z.strictObject({ low: UnitInterval, high: UnitInterval });
export type Interval = z.infer<typeof Interval>;

/**
 * One measure of one conversation: a value in [0,1] with its percentile within the culture (share of the culture's
 * items scored lower, ties counted half) and its interval where the estimator can tell one, or null with the reason why it
 * cannot be computed.
 */
export const Measure = z.discriminatedUnion("computed", [
  z.strictObject({
    computed: z.literal(true),
    value: UnitInterval,
    percentile: UnitInterval,
    interval: Interval.nullable(),
  }),
  z.strictObject({ computed: z.literal(false), reason: z.string().min(1) }),
]);
export type Measure = z.infer<typeof Measure>;

/** The named parts a measure was put together from, and the words that carry it. */
export const ScoreParts = z.record(
  z.string(),
  z.union([z.number(), z.string(), z.null(), z.array(z.strictObject({ word: z.string(), weight: z.number() }))]),
);
export type ScoreParts = z.infer<typeof ScoreParts>;

/** What one estimator, at one version, says of one revision. */
export const Score = z.strictObject({
  estimator: EstimatorName,
  version: z.string(),
  revision: z.int().min(1),
  representativeness: Measure,
  distinctiveness: Measure,
  parts: ScoreParts,
  /** True when the head has changed since the score was computed. */
  stale: z.boolean(),
  computedAt: z.iso.datetime(),
});
export type Score = z.infer<typeof Score>;
