import type { PlattMap } from "../../schema/calibration.ts";
import { logistic } from "../logistic.ts";
import type { Judged } from "./judged.ts";

/**
 * Platt scaling (1999): the logistic curve of most likelihood, by Newton's method with backtracking as Lin, Lin and Weng (2007).
 * Targets are drawn in as Platt does, so that parted items do not make the curve a step: with N₊ acceptances and N₋ rejections
 * (N₊ + 1) / (N₊ + 2) and 1 / (N₋ + 2); ratings in between likewise, (sum of ratings being N₊). O(n) a step, some ten steps.
 * @throws RangeError without an item
 */
export function fitPlatt(items: readonly Judged[]): PlattMap {
  if (items.length === 0) throw new RangeError("fitPlatt needs an item");
  const positive = items.reduce((sum, { outcome }) => sum + outcome, 0);
  const negative = items.length - positive;
  const high = (positive + 1) / (positive + 2);
  const low = 1 / (negative + 2);
  const points = items.map(({ score, outcome }) => ({ score, target: low + (high - low) * outcome }));
  let at = { slope: 0, intercept: Math.log((positive + 1) / (negative + 1)) };
  let loss = lossOf(points, at);
  for (let step = 0; step < 200; step++) {
    const { slope, intercept, gradient } = newtonStep(points, at);
    if (gradient < 1e-12 * items.length) break;
    let stride = 1;
    let next = at;
    let nextLoss = Number.POSITIVE_INFINITY;
    for (; stride > 1e-10; stride /= 2) {
      next = { slope: at.slope + stride * slope, intercept: at.intercept + stride * intercept };
      nextLoss = lossOf(points, next);
      if (nextLoss <= loss) break;
    }
    if (nextLoss > loss) break;
    at = next;
    loss = nextLoss;
  }
  return { method: "platt", ...at };
}

type Curve = Pick<PlattMap, "slope" | "intercept">;
type Points = readonly { score: number; target: number }[];

/** The cross entropy, without overflow however steep the curve. */
function lossOf(points: Points, { slope, intercept }: Curve): number {
  let loss = 0;
  for (const { score, target } of points) {
    const f = slope * score + intercept;
    loss += Math.max(f, 0) - f * target + Math.log1p(Math.exp(-Math.abs(f)));
  }
  return loss;
}

function newtonStep(points: Points, { slope, intercept }: Curve): Curve & { gradient: number } {
  let bySlope = 0;
  let byIntercept = 0;
  // The smallest ridge that keeps the matrix invertible where all scores are the same.
  let slopeTwice = 1e-12;
  let interceptTwice = 1e-12;
  let mixed = 0;
  for (const { score, target } of points) {
    const p = logistic(slope * score + intercept);
    const error = target - p;
    const weight = p * (1 - p);
    bySlope += error * score;
    byIntercept += error;
    slopeTwice += weight * score * score;
    mixed += weight * score;
    interceptTwice += weight;
  }
  const determinant = slopeTwice * interceptTwice - mixed * mixed;
  return {
    slope: (interceptTwice * bySlope - mixed * byIntercept) / determinant,
    intercept: (slopeTwice * byIntercept - mixed * bySlope) / determinant,
    gradient: Math.max(Math.abs(bySlope), Math.abs(byIntercept)),
  };
}
