/** So many items must have come in before a time is told, or so much time have passed, in milliseconds. */
const fewest = 20;
const soonest = 30_000;

/** What the last stretch of a run looked like. */
export interface Stretch {
  /** When each item of the last 60 to 120 seconds came in, in milliseconds, ascending. */
  finished: readonly number[];
  now: number;
  /** Items to come. */
  left: number;
  /** When the run began to run. */
  since: number;
}

/**
 * How long a run still takes, in milliseconds, as a range that holds the truth in about 60 of 100 cases (20 to 80 %): items
 * come in as a Poisson process, so the rate of n items in a stretch has a relative deviation of 1/√n, and so has what is
 * left. Null until there is enough to go by, or while nothing comes in.
 */
export function timeLeft({ finished, now, left, since }: Stretch): { least: number; most: number } | null {
  if (left === 0) return { least: 0, most: 0 };
  const count = finished.length;
  if (count < 2 || (count < fewest && now - since < soonest)) return null;
  const span = now - Math.min(finished[0] ?? now, now - 1);
  const each = span / count;
  // The 80 % point of the normal distribution.
  const spread = 0.8416 * Math.sqrt(1 / count + 1 / left);
  return { least: left * each * Math.max(0.2, 1 - spread), most: left * each * (1 + spread) };
}
