import { featureDimensions } from "../hashed-features.ts";
import { dotWith, type UnitVector } from "../unit-vector.ts";

const dense = new Float64Array(featureDimensions);

/** Similarities max(0, cos) of one vector to many of its kind, in [0,1]. O(entries of all). */
export function similaritiesTo(vector: UnitVector, others: readonly UnitVector[]): number[] {
  if (vector instanceof Float32Array) return others.map((other) => toShare(dotWith(other, vector)));
  for (const [i, dimension] of vector.dimensions.entries()) dense[dimension] = vector.weights[i] ?? 0;
  const found = others.map((other) => toShare(dotWith(other, dense)));
  for (const dimension of vector.dimensions) dense[dimension] = 0;
  return found;
}

function toShare(cosine: number): number {
  return Math.min(1, Math.max(0, cosine));
}
