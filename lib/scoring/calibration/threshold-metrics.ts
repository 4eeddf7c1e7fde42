import type { Share, ThresholdMetrics } from "../../schema/agreement.ts";
import { shareInterval } from "../share-interval.ts";
import type { Judged } from "./judged.ts";

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
  return trials === 0 ? null : { value: hits / trials, interval: shareInterval(hits / trials, trials) };
}

function f1Of(overlap: number): number {
  return (2 * overlap) / (1 + overlap);
}
