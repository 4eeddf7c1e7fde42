import type { Measure } from "../../schema/score.ts";
import type { ScoredItem } from "../estimator.ts";
import { nearCopy } from "../near-copy.ts";
import { meanSimilarity, siblingDistance, siblingDistanceInterval } from "../sibling-distance.ts";
import { toMeasure } from "../to-measure.ts";
import type { Closeness } from "./measure-question.ts";
import { findScale, type Scale } from "./scale.ts";
import type { SiblingsState } from "./state.ts";

const notTypical: Measure = { computed: false, reason: "Siblings tell how distinct an answer is, not how typical." };
const noYardstick =
  "Answers of one culture to the same question are no more alike here than answers to different questions, so closeness says nothing.";

/** Puts together what is said of one item. */
export function assemble(state: SiblingsState, closeness: Closeness): ScoredItem {
  const { near, culture } = closeness;
  const scale = near === null ? undefined : findScale(state.scales, closeness);
  return {
    id: closeness.id,
    representativeness: notTypical,
    distinctiveness: toMeasure(
      distinctiveness(state, closeness),
      near === null || scale === undefined ? null : siblingDistanceInterval(near.best, scale),
      state.distinctiveness.get(culture),
      () => (near === null ? closeness.reason : noYardstick),
    ),
    parts: {
      mean: near === null ? null : meanSimilarity(near.best, 0),
      max: near?.nearestSimilarity ?? null,
      byNearest: near === null || scale === undefined ? null : siblingDistance([near.nearestSimilarity], scale),
      cultures: near?.best.length ?? 0,
      sameIn: near === null ? 0 : countSame(near.best, scale),
      nearestCulture: near?.nearestCulture ?? null,
      nearestSimilarity: near?.nearestSimilarity ?? null,
      unrelated: scale?.unrelated ?? null,
      compatriot: scale?.compatriot ?? null,
      words: near?.words ?? [],
      ...(state.basis === "embedding" ? { basis: state.basis } : {}),
      ...(scale === undefined || scale.compatriot === scale.measuredCompatriot ? {} : { note: raised(scale) }),
    },
  };
}

/** D₁ with the mean over the other cultures, in [0,1], or null. */
export function distinctiveness(state: SiblingsState, closeness: Closeness): number | null {
  const { near } = closeness;
  const scale = findScale(state.scales, closeness);
  return near === null || scale === undefined ? null : siblingDistance(near.best, scale);
}

/**
 * In how many other cultures there is an answer at least as near as a compatriot's would be (b′), or a near copy where
 * compatriots' answers are no yardstick.
 */
function countSame(best: readonly number[], scale: Scale | undefined): number {
  const tells = scale !== undefined && scale.compatriot > scale.unrelated;
  const enough = tells ? Math.min(scale.compatriot, nearCopy) : nearCopy;
  return best.filter((similarity) => similarity >= enough).length;
}

function raised({ compatriot, measuredCompatriot }: Scale): string {
  return `Answers of one culture to the same question are seldom alike here (${measuredCompatriot.toFixed(2)} on average), so answers count as copies only from ${compatriot.toFixed(2)} on.`;
}
