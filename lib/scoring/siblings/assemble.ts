import type { Measure } from "../../schema/score.ts";
import type { ScoredItem } from "../estimator.ts";
import { percentile } from "../percentile.ts";
import { siblingDistance } from "../sibling-distance.ts";
import type { Closeness } from "./measure-question.ts";
import type { SiblingsState } from "./state.ts";

const notTypical: Measure = { computed: false, reason: "Siblings tell how distinct an answer is, not how typical." };
const noYardstick =
  "Answers of one culture to the same question are no more alike here than answers to different questions, so closeness says nothing.";

/** Puts together what is said of one item. */
export function assemble(state: SiblingsState, closeness: Closeness): ScoredItem {
  const { near, language, culture } = closeness;
  const yardsticks = state.languages.get(language);
  const value = distinctiveness(state, closeness);
  const distinct: Measure =
    value === null
      ? { computed: false, reason: near === null ? closeness.reason : noYardstick }
      : {
          computed: true,
          value,
          percentile: percentile(state.distinctiveness.get(culture) ?? new Float32Array(), Math.fround(value)),
        };
  return {
    id: closeness.id,
    representativeness: notTypical,
    distinctiveness: distinct,
    parts: {
      mean: near?.mean ?? null,
      max: near?.max ?? null,
      cultures: near?.cultures ?? 0,
      nearestCulture: near?.nearestCulture ?? null,
      nearestSimilarity: near?.max ?? null,
      unrelated: near === null ? null : (yardsticks?.unrelated ?? null),
      compatriot: near === null ? null : (yardsticks?.compatriot ?? null),
      words: near?.words ?? [],
    },
  };
}

/** D₁ with the mean over the other cultures, in [0,1], or null. */
export function distinctiveness(state: SiblingsState, { near, language }: Closeness): number | null {
  const yardsticks = state.languages.get(language);
  if (near === null || yardsticks === undefined) return null;
  return siblingDistance(near.mean, yardsticks.unrelated, yardsticks.compatriot);
}
