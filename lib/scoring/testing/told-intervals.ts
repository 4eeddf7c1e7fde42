import type { MeasureName } from "../../schema/score.ts";
import type { Estimator, ScoringContext, ScoringItem } from "../estimator.ts";

/** A value that an estimator told of an item, and between which ends. */
export interface Told {
  id: string;
  value: number;
  low: number;
  high: number;
}

/** What an estimator fitted to these items tells of each. Throws where something has no interval. */
export async function tellIntervals(
  estimator: Estimator,
  items: readonly ScoringItem[],
  context: ScoringContext,
  measure: MeasureName,
): Promise<Told[]> {
  const { scores } = await estimator.fit(() => items, context);
  return [...scores].map((score) => {
    const found = score[measure];
    if (!found.computed || found.interval === null) throw new Error(`${score.id} has no interval`);
    return { id: score.id, value: found.value, ...found.interval };
  });
}

/** How often the mean of all that was told lies within what was told each time. */
export function heldShare(told: readonly Told[]): number {
  const truth = told.reduce((sum, { value }) => sum + value, 0) / told.length;
  return told.filter(({ low, high }) => low <= truth && truth <= high).length / told.length;
}

/** The mean of `heldShare` over items, each told of several times. */
export function heldShareByItem(told: readonly Told[]): number {
  const byItem = [...Map.groupBy(told, ({ id }) => id).values()];
  return byItem.reduce((sum, each) => sum + heldShare(each), 0) / byItem.length;
}
