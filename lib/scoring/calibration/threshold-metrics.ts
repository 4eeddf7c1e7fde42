import type { Interval } from "../../schema/score.ts";
import type { Judged } from "./judged.ts";
import { wilson } from "./wilson.ts";

/** A share with its interval, or null where nothing is there to take it of. */
export type Share = { value: number; interval: Interval } | null;

/** What keeping everything at or above a threshold would have kept. */
export interface ThresholdMetrics {
  threshold: number;
  /** Accepted items at or above it. */
  truePositives: number;
  /** Rejected ones at or above it. */
  falsePositives: number;
  /** Accepted ones below it. */
  falseNegatives: number;
  trueNegatives: number;
  /** Of what is at or above the threshold, the share that people accepted. */
  precision: Share;
  /** Of what people accepted, the share at or above the threshold. */
  recall: Share;
  f1: Share;
}

/**
 * Precision, recall and F1 of "at or above `threshold`" against acceptance, with Wilson intervals (95 %). F1 = 2J / (1 + J) with
 * J = TP / (TP + FP + FN), a share; so its interval is that of J carried over. O(n).
 */
export function thresholdMetrics(items: readonly Judged[], threshold: number): ThresholdMetrics {
  let truePositives = 0;
  let falsePositives = 0;
  let falseNegatives = 0;
  for (const { score, outcome } of items) {
    if (score >= threshold) outcome === 1 ? truePositives++ : falsePositives++;
    else if (outcome === 1) falseNegatives++;
  }
  const overlap = share(truePositives, truePositives + falsePositives + falseNegatives);
  return {
    threshold,
    truePositives,
    falsePositives,
    falseNegatives,
    trueNegatives: items.length - truePositives - falsePositives - falseNegatives,
    precision: share(truePositives, truePositives + falsePositives),
    recall: share(truePositives, truePositives + falseNegatives),
    f1:
      overlap === null
        ? null
        : {
            value: f1Of(overlap.value),
            interval: { low: f1Of(overlap.interval.low), high: f1Of(overlap.interval.high) },
          },
  };
}

function share(hits: number, trials: number): Share {
  const interval = wilson(hits, trials);
  return interval === null ? null : { value: hits / trials, interval };
}

function f1Of(overlap: number): number {
  return (2 * overlap) / (1 + overlap);
}
