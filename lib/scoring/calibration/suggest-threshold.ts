import type { Auroc } from "../../schema/agreement.ts";
import type { Judged } from "./judged.ts";

/**
 * The threshold that parts accepted from rejected best: where recall plus the share of rejected items below it is largest
 * (Youden's J, 1950), which unlike F1 does not depend on how many were accepted in all. Of equally good ones the lowest.
 * Null unless there is enough to say (`shortageOf`) and the lower end of AUROC is above ½: a score that may be no better than
 * chance has no threshold. Chosen on the very items it is then measured on, so its figures lean to the good side. O(n log n).
 */
export function suggestThreshold(items: readonly Judged[], area: Auroc | null): number | null {
  if (area === null || area.interval.low <= 0.5) return null;
  const accepted = items.filter(({ outcome }) => outcome === 1).length;
  const rejected = items.length - accepted;
  const ascending = items.toSorted((a, b) => a.score - b.score);
  let acceptedBelow = 0;
  let rejectedBelow = 0;
  let best = { threshold: 0, parted: 0 };
  for (let start = 0; start < ascending.length; ) {
    const threshold = ascending[start]?.score ?? 0;
    const parted = rejectedBelow / rejected - acceptedBelow / accepted;
    if (parted > best.parted + 1e-12) best = { threshold, parted };
    for (; ascending[start]?.score === threshold; start++)
      ascending[start]?.outcome === 1 ? acceptedBelow++ : rejectedBelow++;
  }
  return best.threshold;
}
