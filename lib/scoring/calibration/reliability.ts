import type { Interval } from "../../schema/score.ts";
import type { Judged } from "./judged.ts";
import { wilson } from "./wilson.ts";

/** The items of a tenth of the scale. */
export interface ReliabilityBin {
  /** Lower end, included; the last bin includes 1 too. */
  from: number;
  to: number;
  count: number;
  /** The mean score of its items; null in an empty bin, as are the two that follow. */
  meanScore: number | null;
  /** The share accepted, or the mean rating. */
  meanOutcome: number | null;
  /** Of the mean outcome, by Wilson. */
  interval: Interval | null;
}

export interface Reliability {
  bins: ReliabilityBin[];
  /** Mean squared distance of score and outcome (Brier, 1950). Null without items, as is `ece`. */
  brier: number | null;
  /** Expected calibration error: mean distance of mean score and mean outcome over the bins, by count. */
  ece: number | null;
}

/** How outcomes follow scores, in `bins` equal parts of the scale. O(n). */
export function reliability(items: readonly Judged[], bins = 10): Reliability {
  const sums = Array.from({ length: bins }, () => ({ count: 0, score: 0, outcome: 0 }));
  let squares = 0;
  for (const { score, outcome } of items) {
    const sum = sums[binOf(score, bins)];
    if (!sum) throw new RangeError("reliability needs scores in [0,1]");
    sum.count++;
    sum.score += score;
    sum.outcome += outcome;
    squares += (score - outcome) ** 2;
  }
  const distance = sums.reduce((total, { score, outcome }) => total + Math.abs(score - outcome), 0);
  return {
    bins: sums.map(({ count, score, outcome }, index) => ({
      from: index / bins,
      to: (index + 1) / bins,
      count,
      meanScore: count === 0 ? null : score / count,
      meanOutcome: count === 0 ? null : outcome / count,
      interval: wilson(outcome, count),
    })),
    brier: items.length === 0 ? null : squares / items.length,
    ece: items.length === 0 ? null : distance / items.length,
  };
}

/** Which of `bins` equal parts of [0,1] a value is in; 1 is in the last. */
export function binOf(value: number, bins: number): number {
  return Math.min(Math.floor(value * bins), bins - 1);
}
