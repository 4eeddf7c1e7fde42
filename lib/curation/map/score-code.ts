/** Ranges on the map go in steps of a thousandth. */
export const scoreSteps = 1000;

/** The code of a score that is not there. */
export const noScore = 0xffff;

/**
 * A score from 0 to 1 in sixteen bits, so that a range whose ends are steps holds exactly the scores that the database holds
 * in it: `2k` is the k-th step itself, `2k + 1` anything between it and the next one.
 *
 * @example scoreCode(0.5) // => 1000
 * @example scoreCode(0.5001) // => 1001
 */
export function scoreCode(score: number): number {
  if (Number.isNaN(score)) return noScore;
  let step = Math.floor(score * scoreSteps);
  // The product is rounded, so the step that the score is compared with may be one beside it.
  while (step > 0 && step / scoreSteps > score) step--;
  while (step < scoreSteps && (step + 1) / scoreSteps <= score) step++;
  return step / scoreSteps === score ? 2 * step : 2 * step + 1;
}

/** A score that has the code: the step itself, or the middle between two. */
export function scoreOfCode(code: number): number {
  return code / (2 * scoreSteps);
}

/** The step nearest to a number, kept from 0 to 1: `.3334` is `.333`. */
export function toStep(score: number): number {
  return Math.min(scoreSteps, Math.max(0, Math.round(score * scoreSteps))) / scoreSteps;
}

/** Two ends of a range, each a step; null leaves it open. */
export interface StepRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** The lowest and the highest code that lie in a range: a score does exactly when its code does. */
export function codesOfRange({ from, to }: StepRange): { low: number; high: number } {
  return {
    low: from === null ? 0 : 2 * Math.round(from * scoreSteps),
    high: to === null ? 2 * scoreSteps : 2 * Math.round(to * scoreSteps),
  };
}
