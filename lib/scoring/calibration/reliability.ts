import type { Reliability } from "../../schema/agreement.ts";
import { shareInterval } from "../share-interval.ts";
import type { Judged } from "./judged.ts";

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
      interval: count === 0 ? null : shareInterval(outcome / count, count),
    })),
    brier: items.length === 0 ? null : squares / items.length,
    ece: items.length === 0 ? null : distance / items.length,
  };
}

/** Which of `bins` equal parts of [0,1] a value is in; 1 is in the last. */
export function binOf(value: number, bins: number): number {
  return Math.min(Math.floor(value * bins), bins - 1);
}
