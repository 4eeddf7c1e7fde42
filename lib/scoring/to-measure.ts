import type { Interval, Measure } from "../schema/score.ts";
import { percentile } from "./percentile.ts";

/** A value with its rank among those of its culture, or the reason why there is none. */
export function toMeasure(
  value: number | null,
  interval: Interval | null,
  spread: Float32Array | undefined,
  reason: () => string,
): Measure {
  if (value === null) return { computed: false, reason: reason() };
  return {
    computed: true,
    value,
    percentile: percentile(spread ?? new Float32Array(), Math.fround(value)),
    interval,
  };
}
