import type { Spent } from "./pace.ts";

const minute = 60_000;
/** Who comes back after so long has rested. */
const rest = 5 * minute;
const restAfter = 50 * minute;

/** Since when one has decided without a rest of five minutes, in milliseconds since 1970; null when one rests now. */
export function workingSince(spent: readonly Spent[], now: number): number | null {
  let since: number | null = null;
  let next = now;
  for (const { at, milliseconds } of [...spent].reverse()) {
    if (next - at >= rest) break;
    since = at - Math.min(milliseconds, rest);
    next = since;
  }
  return since;
}

/** Whether a rest is due: fifty minutes without one. */
export function isRestDue(spent: readonly Spent[], now: number): boolean {
  const since = workingSince(spent, now);
  return since !== null && now - since >= restAfter;
}
