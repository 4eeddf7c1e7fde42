/** How a bucket has to be built so that a limit a minute holds. */
export interface BucketShape {
  capacity: number;
  perMinute: number;
}

/** This part of a limit may be used at once after a rest. */
const burst = 0.1;

/**
 * A bucket for at most `limit` requests in any minute, wherever the minute begins. What a minute lets through is what lay in the
 * bucket and what flows in: below `capacity + perMinute = limit + 1`, and requests are whole, so never more than `limit`.
 */
export function requestShape(limit: number): BucketShape {
  const capacity = Math.max(1, limit * burst);
  return { capacity, perMinute: limit + 1 - capacity };
}

/** The same for tokens, of which a part of one counts too: capacity and flow together are the limit. */
export function tokenShape(limit: number): BucketShape {
  return { capacity: limit * burst, perMinute: limit * (1 - burst) };
}
