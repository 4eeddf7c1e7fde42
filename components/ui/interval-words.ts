import { formatScore } from "./format-score.ts";

/** The ends between which a score lies, in [0,1]. */
export interface ScoreEnds {
  low: number;
  high: number;
}

/** Between which ends a score lies, in words: `between .42 and .61`. */
export function intervalWords({ low, high }: ScoreEnds): string {
  return `between ${formatScore(low)} and ${formatScore(high)}`;
}
