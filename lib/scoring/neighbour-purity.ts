/**
 * The neighbour part of distinctiveness: ⟦(purity − 1/N) / (1 − 1/N)⟧, purity being the share of a text's nearest
 * neighbours, over all N cultures, that are of its own culture. Each neighbour counts 1/(size of its culture's sample),
 * so that a large culture has no more say than a small one. 0 at chance or below, 1 when all are compatriots. O(neighbours).
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
): number {
  let ownWeight = 0;
  let weight = 0;
  for (let i = 0; i < found; i++) {
    const culture = cultureOf[nearest[i] ?? 0] ?? 0;
    const share = weightOf[culture] ?? 0;
    weight += share;
    if (culture === own) ownWeight += share;
  }
  if (weight === 0 || cultures < 2) return 0;
  const chance = 1 / cultures;
  return Math.min(1, Math.max(0, (ownWeight / weight - chance) / (1 - chance)));
}
