/** A store that fills at a steady rate and from which requests or tokens are taken. */
export interface TokenBucket {
  /** What is in it; below 0 after more was taken than was there. */
  level: number;
  /** When `level` was true, in milliseconds. */
  at: number;
}

/** A full bucket. `capacity` is what may be taken at once after a rest. */
export function fullBucket(capacity: number, now: number): TokenBucket {
  return { level: capacity, at: now };
}

/**
 * Takes `cost` out of a bucket that fills by `perMinute`, or tells how long to wait. A cost above the capacity is let through when the
 * bucket is full, and the debt is waited for afterwards: refusing it would refuse it for ever. A clock that goes back fills nothing.
 *
 * @returns the bucket after that, and the milliseconds to wait before it may be asked again; 0 when it was taken
 */
export function takeFrom(
  bucket: TokenBucket,
  { cost, perMinute, capacity, now }: { cost: number; perMinute: number; capacity: number; now: number },
): { bucket: TokenBucket; wait: number } {
  const perMillisecond = perMinute / 60_000;
  const level = Math.min(capacity, bucket.level + Math.max(0, now - bucket.at) * perMillisecond);
  const filled = { level, at: Math.max(now, bucket.at) };
  const needed = Math.min(cost, capacity);
  if (level >= needed) return { bucket: { ...filled, level: level - cost }, wait: 0 };
  return { bucket: filled, wait: Math.ceil((needed - level) / perMillisecond) };
}

/** Puts right what was taken as an estimate, once the true cost is known. */
export function settle(bucket: TokenBucket, estimated: number, actual: number): TokenBucket {
  return { ...bucket, level: bucket.level + estimated - actual };
}
