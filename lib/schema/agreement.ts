import { z } from "zod";
import { Interval } from "./score.ts";

/** What a score is held against: acceptances and rejections, or ratings from 1 to 5 mapped to [0,1]. */
export const Against = z.enum(["decisions", "ratings"]);
export type Against = z.infer<typeof Against>;

const Share01 = z.number().min(0).max(1);
const Correlation = z.number().min(-1).max(1);

/** A rank correlation with its ends, 95 %. */
export const RankAgreement = z.strictObject({ value: Correlation, low: Correlation, high: Correlation });
export type RankAgreement = z.infer<typeof RankAgreement>;

/** A share with its interval, 95 %; null where there is nothing to take it of. */
export const Share = z.strictObject({ value: Share01, interval: Interval }).nullable();
export type Share = z.infer<typeof Share>;

/** How often an accepted item scores above a rejected one; ½ is chance. */
export const Auroc = z.strictObject({ value: Share01, interval: Interval });
export type Auroc = z.infer<typeof Auroc>;

/** What keeping everything at or above a threshold would have kept. */
export const ThresholdMetrics = z.strictObject({
  threshold: Share01,
  /** Accepted items at or above it. */
  truePositives: z.int(),
  /** Rejected ones at or above it. */
  falsePositives: z.int(),
  /** Accepted ones below it. */
  falseNegatives: z.int(),
  trueNegatives: z.int(),
  /** Of what is at or above the threshold, the share that people accepted. */
  precision: Share,
  /** Of what people accepted, the share at or above the threshold. */
  recall: Share,
  f1: Share,
});
export type ThresholdMetrics = z.infer<typeof ThresholdMetrics>;

/** The items in an equal part of the scale: lower end included, in the last the upper end too. */
export const ReliabilityBin = z.strictObject({
  from: Share01,
  to: Share01,
  count: z.int(),
  /** The mean score of its items; null in an empty bin, as are the two that follow. */
  meanScore: Share01.nullable(),
  /** The share accepted, or the mean rating. */
  meanOutcome: Share01.nullable(),
  interval: Interval.nullable(),
});
export type ReliabilityBin = z.infer<typeof ReliabilityBin>;

/** How outcomes follow scores along the scale. */
export const Reliability = z.strictObject({
  bins: z.array(ReliabilityBin),
  /** Mean squared distance of score and outcome. Null without items, as is `ece`. */
  brier: Share01.nullable(),
  /** Mean distance of mean score and mean outcome over the bins, by count. */
  ece: Share01.nullable(),
});
export type Reliability = z.infer<typeof Reliability>;

/** What there is too little of before agreement can be told. `variety`: all scores are the same, or all ratings. */
export const Shortage = z.strictObject({
  of: z.enum(["items", "accepted", "rejected", "variety"]),
  have: z.int(),
  need: z.int(),
});
export type Shortage = z.infer<typeof Shortage>;

/** How the scores of some items agree with what people said of them. Nothing is said where there is a shortage. */
export const Agreement = z.strictObject({
  items: z.int(),
  /** Of decisions only, as are `auroc` and `suggested`. */
  accepted: z.int().nullable(),
  shortage: Shortage.nullable(),
  rank: RankAgreement.nullable(),
  auroc: Auroc.nullable(),
  /** The threshold that parts accepted from rejected best; null where the score may be no better than chance. */
  suggested: ThresholdMetrics.nullable(),
});
export type Agreement = z.infer<typeof Agreement>;
