import type { IsotonicMap } from "../../schema/calibration.ts";
import type { Judged } from "./judged.ts";

/**
 * Isotonic regression of outcome on score: the never descending curve nearest to the outcomes by squares, found by pooling
 * adjacent violators (Ayer et al., 1955; Zadrozny and Elkan, 2002). Items of one score are one, weighing as many. Of each level
 * stretch its two ends are kept. O(n log n).
 * @throws RangeError without an item
 */
export function fitIsotonic(items: readonly Judged[]): IsotonicMap {
  if (items.length === 0) throw new RangeError("fitIsotonic needs an item");
  const blocks: { first: number; last: number; sum: number; count: number }[] = [];
  for (const { score, outcome } of items.toSorted((a, b) => a.score - b.score)) {
    const top = blocks.at(-1);
    if (top && top.last === score && top.first === score) {
      top.sum += outcome;
      top.count++;
    } else blocks.push({ first: score, last: score, sum: outcome, count: 1 });
  }
  const pooled: typeof blocks = [];
  for (const block of blocks) {
    let current = block;
    for (
      let below = pooled.at(-1);
      below && below.sum * current.count >= current.sum * below.count;
      below = pooled.at(-1)
    ) {
      pooled.pop();
      current = {
        first: below.first,
        last: current.last,
        sum: below.sum + current.sum,
        count: below.count + current.count,
      };
    }
    pooled.push(current);
  }
  const xs: number[] = [];
  const ys: number[] = [];
  for (const { first, last, sum, count } of pooled) {
    for (const x of first === last ? [first] : [first, last]) {
      xs.push(x);
      ys.push(sum / count);
    }
  }
  return { method: "isotonic", xs, ys };
}
