import type { Auroc } from "../../schema/agreement.ts";
import type { Interval } from "../../schema/score.ts";
import { logistic } from "../logistic.ts";
import { shareInterval } from "../share-interval.ts";
import { z95 } from "../z95.ts";
import type { Judged } from "./judged.ts";

/**
 * The area under the ROC curve: the share of pairs of an accepted and a rejected item in which the accepted one scores higher,
 * ties counted half. ½ is chance. Its 95 % interval is DeLong's (1988; by mid-ranks as Sun and Xu, 2014), made on the logit scale
 * so that it stays within [0,1]. Where one side lies wholly above the other there is no variance to go by: then the far end is
 * Wilson's for as many trials as the smaller side has items. Null unless there are two of each. O(n log n).
 */
export function auroc(items: readonly Judged[]): Auroc | null {
  const accepted = scoresOf(items, 1);
  const rejected = scoresOf(items, 0);
  if (accepted.length < 2 || rejected.length < 2) return null;
  // Of each item: the share of the other side that it stands on the right side of.
  const ofAccepted = placements(accepted, rejected);
  const ofRejected = placements(rejected, accepted).map((share) => 1 - share);
  const value = mean(ofAccepted);
  const variance = varianceOf(ofAccepted) / accepted.length + varianceOf(ofRejected) / rejected.length;
  return { value, interval: intervalOf(value, variance, Math.min(accepted.length, rejected.length)) };
}

function intervalOf(value: number, variance: number, smaller: number): Interval {
  if (value <= 1e-12) return shareInterval(0, smaller);
  if (value >= 1 - 1e-12) return shareInterval(1, smaller);
  const logit = Math.log(value / (1 - value));
  const reach = (z95 * Math.sqrt(variance)) / (value * (1 - value));
  return { low: logistic(logit - reach), high: logistic(logit + reach) };
}

function scoresOf(items: readonly Judged[], outcome: 0 | 1): Float64Array {
  return Float64Array.from(items.filter((item) => item.outcome === outcome).map(({ score }) => score)).sort();
}

/** For each of `own`, ascending: the share of `others` that is lower, ties counted half. One walk over both. */
function placements(own: Float64Array, others: Float64Array): Float64Array {
  let below = 0;
  let notAbove = 0;
  return own.map((score) => {
    while (below < others.length && (others[below] ?? 0) < score) below++;
    while (notAbove < others.length && (others[notAbove] ?? 0) <= score) notAbove++;
    return (below + notAbove) / 2 / others.length;
  });
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function varianceOf(values: Float64Array): number {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1);
}
