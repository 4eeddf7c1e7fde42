import type { Interval } from "../schema/score.ts";

/** One part of a sum, with its weight. */
export interface Part {
  weight: number;
  value: number;
  interval: Interval;
}

/**
 * The interval of Σ w·v for parts that err apart from each other: what each may be off, squared and summed, below and above
 * on their own, so that lopsided intervals stay so (method of variance estimates recovery, Zou & Donner 2008). Where parts
 * err against each other it is wider than need be. Clipped to [0,1]. O(parts).
 */
export function sumInterval(parts: readonly Part[]): Interval {
  let value = 0;
  let below = 0;
  let above = 0;
  for (const part of parts) {
    value += part.weight * part.value;
    below += (part.weight * (part.value - part.interval.low)) ** 2;
    above += (part.weight * (part.interval.high - part.value)) ** 2;
  }
  const clipped = Math.min(1, Math.max(0, value));
  return {
    low: Math.min(clipped, Math.max(0, value - Math.sqrt(below))),
    high: Math.max(clipped, Math.min(1, value + Math.sqrt(above))),
  };
}
