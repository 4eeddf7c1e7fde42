import { featureDimensions } from "../hashed-features.ts";
import type { AnswerVector } from "./answer-reader.ts";

const dense = new Float32Array(featureDimensions);

/** Similarities max(0, cos) of one vector to many, in [0,1]. O(entries of all). */
export function similaritiesTo(vector: AnswerVector, others: readonly AnswerVector[]): number[] {
  for (const [i, dimension] of vector.dimensions.entries()) dense[dimension] = vector.weights[i] ?? 0;
  const found = others.map(({ dimensions, weights }) => {
    let sum = 0;
    for (let i = 0; i < dimensions.length; i++) sum += (dense[dimensions[i] ?? 0] ?? 0) * (weights[i] ?? 0);
    return Math.min(1, Math.max(0, sum));
  });
  for (const dimension of vector.dimensions) dense[dimension] = 0;
  return found;
}
