import type { Interval } from "../schema/score.ts";

/** The ends in [0,1] of what lies so far below and above a value; never without the value itself. */
export function intervalOf(value: number, below: number, above = below): Interval {
  return { low: Math.min(value, Math.max(0, value - below)), high: Math.max(value, Math.min(1, value + above)) };
}
