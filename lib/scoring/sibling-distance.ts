import type { Interval } from "../schema/score.ts";
import { intervalOf } from "./interval-of.ts";
import { studentQuantile } from "./student-quantile.ts";

/** What similarities between answers are measured by. */
export interface Yardsticks {
  /** b: how alike answers to different questions are. */
  unrelated: number;
  /** b′: how alike two answers of one culture to the same question are. */
  compatriot: number;
}

/**
 * How far an answer lies from what other cultures answer to the same question, between two yardsticks (D₁, after
 * CAReDiO): ⟦(b′ − s) / (b′ − b)⟧ with s the mean over the other cultures, each counting at least b. 0 when foreign answers
 * are as close as a compatriot's would be, 1 when none is closer than answers to other questions. Null when b′ ≤ b: then
 * the yardsticks cannot tell near from far. O(cultures).
 * @param similarities best match within each other culture, at least one
 * @example siblingDistance([0.7, 0], { unrelated: 0.1, compatriot: 0.6 }) // => 0.4, (0.6 − (0.7 + 0.1) / 2) / 0.5
 */
export function siblingDistance(similarities: readonly number[], { unrelated, compatriot }: Yardsticks): number | null {
  if (!(compatriot > unrelated)) return null;
  const similarity = meanSimilarity(similarities, unrelated);
  return Math.min(1, Math.max(0, (compatriot - similarity) / (compatriot - unrelated)));
}

/** The variance of a similarity between the yardsticks can be no greater: as many at one end as at the other. */
const greatestVariance = 1 / 4;

/**
 * Where D₁ would lie had other cultures been asked, in 95 of 100 draws: t · √(s²/m), with s² the variance of the m
 * similarities as if one more culture had differed from their mean as far as any can: half the way between the yardsticks.
 * So cultures that all agree are no proof that another would, a single one says nothing ([0,1]), and more say more.
 * Resampling the m cultures themselves gives intervals far too short for the few there are: at four cultures they hold the
 * truth in fewer than 87 of 100 draws, these in 92 and more (`sibling-distance.test.ts`). Null where D₁ is. O(cultures).
 * @example siblingDistanceInterval([0], { unrelated: 0, compatriot: 1 }) // => { low: 0, high: 1 }
 */
export function siblingDistanceInterval(
  similarities: readonly number[],
  { unrelated, compatriot }: Yardsticks,
): Interval | null {
  const value = siblingDistance(similarities, { unrelated, compatriot });
  if (value === null) return null;
  const range = compatriot - unrelated;
  const distances = similarities.map((each) => Math.max(0, (compatriot - Math.max(unrelated, each)) / range));
  const count = distances.length;
  const mean = distances.reduce((sum, each) => sum + each, 0) / count;
  const squares = distances.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const margin = studentQuantile(count) * Math.sqrt((squares + greatestVariance) / (count + 1) / count);
  return intervalOf(value, margin);
}

/**
 * The mean of similarities, each counting at least `unrelated`, so that letters which happen to coincide in ever so many
 * answers do not add up to a likeness.
 */
export function meanSimilarity(similarities: readonly number[], unrelated: number): number {
  if (similarities.length === 0) throw new RangeError("meanSimilarity needs at least one similarity");
  return similarities.reduce((sum, value) => sum + Math.max(unrelated, value), 0) / similarities.length;
}
