import type { Judgement } from "../../schema/panel-evidence.ts";
import { scaleTemperature } from "./temperature.ts";

/** Every judge that counts saw the options in at least so many orders. */
export const fewestOrders = 2;

/** What the judges think where a text comes from. */
export interface CulturePosterior {
  /** Probability by culture code, and of `noCulture` where it was offered; adds up to 1. */
  probabilities: ReadonlyMap<string, number>;
  /** By judge: the mean over its orders. */
  byJudge: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/**
 * The culture posterior q̄: the mean over each judge's orders of the options, then the mean over judges by their weights, then
 * temperature scaling. A judge that saw one order only does not count, since its answer may be a liking for the first place.
 * Null when no judge is left, or none with a weight. O(judgements × options).
 * @param weights by judge, 1 where not named
 * @param temperature 1 leaves the mean as it is
 */
export function culturePosterior(
  judgements: readonly Judgement[],
  weights: Readonly<Record<string, number>> = {},
  temperature = 1,
): CulturePosterior | null {
  const options = [...new Set(judgements.flatMap(({ probabilities }) => Object.keys(probabilities)))].sort();
  const byName = Map.groupBy(judgements, ({ judge }) => judge);
  const byJudge = new Map(
    [...byName]
      .filter(([, orders]) => orders.length >= fewestOrders)
      .map(([judge, orders]) => [
        judge,
        new Map(
          options.map((option) => [option, meanOf(orders.map(({ probabilities }) => probabilities[option] ?? 0))]),
        ),
      ]),
  );
  const mixed = new Map<string, number>();
  let weight = 0;
  for (const [judge, ofJudge] of byJudge) {
    const own = weights[judge] ?? 1;
    weight += own;
    for (const [option, share] of ofJudge) mixed.set(option, (mixed.get(option) ?? 0) + own * share);
  }
  if (weight === 0) return null;
  const mean = new Map([...mixed].map(([option, share]) => [option, share / weight]));
  return { probabilities: scaleTemperature(mean, temperature), byJudge };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
