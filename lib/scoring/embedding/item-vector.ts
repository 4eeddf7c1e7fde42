import type { ScoringContext, ScoringItem } from "../estimator.ts";
import { fromHalves, toHalves } from "../half-precision.ts";

const answerWeight = 0.7;
const questionWeight = 0.3;

/**
 * The vector of an item: 0.7 of its answer's and 0.3 of its question's, each of unit length, as halves. Null where the answer has no
 * vector, or the question has a text and no vector. O(dimensions).
 */
export function itemVector(item: ScoringItem, context: ScoringContext): Uint16Array<ArrayBuffer> | null {
  const answer = context.answerVector?.(item) ?? null;
  if (answer === null) return null;
  const question = context.questionVector?.(item) ?? null;
  if (question === null || question.length !== answer.length) return toHalves(toUnit(answer));
  const sum = new Float32Array(answer.length);
  for (let i = 0; i < sum.length; i++) sum[i] = answerWeight * (answer[i] ?? 0) + questionWeight * (question[i] ?? 0);
  return toHalves(toUnit(sum));
}

/** A vector of unit length from its halves. The same halves give the same numbers, whoever kept them. */
export function unitOf(halves: Uint16Array): Float32Array<ArrayBuffer> {
  return toUnit(fromHalves(halves));
}

/** The vector of the same direction and unit length; zeros stay zeros. O(dimensions). */
export function toUnit(vector: Float32Array): Float32Array<ArrayBuffer> {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return Float32Array.from(vector, (value) => (length === 0 ? 0 : value / length));
}
