import type { ScoringContext, ScoringItem } from "../estimator.ts";
import { fromHalves, toHalves } from "../half-precision.ts";
import { toUnit } from "../unit-vector.ts";

const answerWeight = 0.7;
const questionWeight = 0.3;

/**
 * The vector of an item: 0.7 of its answer's and 0.3 of its question's, each of unit length, as halves. Null where the answer has no
 * vector; without one of the question it is the answer's alone. O(dimensions).
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
