import { z } from "zod";
import { EstimatorName, MeasureName } from "./score.ts";

const MeasureHealth = z.strictObject({
  /** Conversations with a value. */
  scored: z.int(),
  /** Why the others have none, most frequent first; `reason` null stands for all further reasons together. */
  missing: z.array(z.strictObject({ reason: z.string().nullable(), count: z.int() })),
});

/** How an estimator stands in a project. */
export const EstimatorHealth = z.strictObject({
  estimator: EstimatorName,
  /** The version it has now. */
  version: z.string(),
  /** Whether the project runs it; `human` follows from ratings, whether or not it is asked for. */
  run: z.boolean(),
  /** The measures that it has a word on. */
  measures: z.array(MeasureName),
  representativeness: MeasureHealth,
  distinctiveness: MeasureHealth,
  /** Conversations whose text has changed since they were scored. */
  stale: z.int(),
  /** Scores that an older version of the estimator made. */
  olderVersion: z.int(),
  /** When it last learnt the whole project, and from how many conversations; null for what learns nothing, or never did. */
  fitted: z.strictObject({ at: z.iso.datetime(), items: z.int(), version: z.string() }).nullable(),
});
export type EstimatorHealth = z.infer<typeof EstimatorHealth>;

/** How the scores of a project stand. */
export const ScoreHealth = z.strictObject({
  conversations: z.int(),
  estimators: z.array(EstimatorHealth),
  /** The estimators behind the two columns. */
  shown: z.strictObject({ representativeness: EstimatorName, distinctiveness: EstimatorName }),
});
export type ScoreHealth = z.infer<typeof ScoreHealth>;

/** How two estimators agree on one measure. */
export const Disagreement = z.strictObject({
  first: EstimatorName,
  second: EstimatorName,
  /** Conversations that both have a value for. */
  items: z.int(),
  /** Correlation of their percentiles within cultures, in [−1,1]; null where one does not vary. */
  correlation: z.number().nullable(),
  /** How many stand more than half of their culture apart. */
  apart: z.int(),
  /** Those furthest apart. */
  furthest: z.array(
    z.strictObject({
      id: z.uuid(),
      question: z.string(),
      language: z.string(),
      culture: z.string(),
      first: z.number(),
      second: z.number(),
    }),
  ),
});
export type Disagreement = z.infer<typeof Disagreement>;

export const DisagreementInput = z.strictObject({ project: z.string(), measure: MeasureName });
export const DisagreementView = z.strictObject({ measure: MeasureName, pairs: z.array(Disagreement) });
export type DisagreementView = z.infer<typeof DisagreementView>;
