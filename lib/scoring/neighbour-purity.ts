import type { Interval } from "../schema/score.ts";
import { shareInterval } from "./share-interval.ts";

/** How pure a text's neighbourhood is. */
export interface Purity {
  /** In [0,1]. */
  value: number;
  interval: Interval;
}

/**
 * The neighbour part of distinctiveness: ⟦(purity − 1/N) / (1 − 1/N)⟧, purity being the share of a text's nearest
 * neighbours, over all N cultures, that are of its own culture. Each neighbour counts 1/(size of its culture's sample),
 * so that a large culture has no more say than a small one. 0 at chance or below, 1 when all are compatriots. The interval
 * is that of a share among as many even votes as the weights are worth ((Σw)²/Σw², Kish 1965). O(neighbours).
 * @param cultureOf culture number of each member
 * @param weightOf weight of each culture's members
 */
export function neighbourPurity(
  nearest: Int32Array,
  found: number,
  cultureOf: Uint16Array,
  weightOf: Float64Array,
  own: number,
  cultures: number,
): Purity {
  let ownWeight = 0;
  let weight = 0;
  let squares = 0;
  for (let i = 0; i < found; i++) {
    const culture = cultureOf[nearest[i] ?? 0] ?? 0;
    const share = weightOf[culture] ?? 0;
    weight += share;
    squares += share ** 2;
    if (culture === own) ownWeight += share;
  }
  if (weight === 0 || cultures < 2) return { value: 0, interval: { low: 0, high: 1 } };
  const chance = 1 / cultures;
  const overChance = (share: number) => Math.min(1, Math.max(0, (share - chance) / (1 - chance)));
  const share = Math.min(1, ownWeight / weight);
  const { low, high } = shareInterval(share, weight ** 2 / squares);
  return { value: overChance(share), interval: { low: overChance(low), high: overChance(high) } };
}
