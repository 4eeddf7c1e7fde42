/** How many requests to one connection may be under way at once, learned from how they end. */
export interface AdaptiveLimit {
  /** May hold a fraction; the whole part counts. */
  limit: number;
  /** When it was last cut, in milliseconds. */
  cutAt: number;
}

/** One cut for all requests that were under way when the endpoint said no: in milliseconds. */
const cutOnce = 2_000;

/** Begins low, and never rises above `most`. */
export function startLimit(most: number): AdaptiveLimit {
  return { limit: Math.min(4, most), cutAt: Number.NEGATIVE_INFINITY };
}

/** A request was answered: one more slot for each full round of answers (additive increase). `most` is the connection's own limit. */
export function raiseLimit(state: AdaptiveLimit, most: number): AdaptiveLimit {
  return { ...state, limit: Math.min(most, state.limit + 1 / Math.max(1, Math.floor(state.limit))) };
}

/**
 * The endpoint asked for less or broke: half as many (multiplicative decrease), at least one. What else fails within two seconds tells
 * of the same trouble and cuts no further. Source: Chiu and Jain 1989, "Analysis of the increase and decrease algorithms".
 */
export function cutLimit(state: AdaptiveLimit, now: number): AdaptiveLimit {
  if (now - state.cutAt < cutOnce) return state;
  return { limit: Math.max(1, state.limit / 2), cutAt: now };
}
