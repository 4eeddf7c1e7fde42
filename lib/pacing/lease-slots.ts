import { requestShape, tokenShape } from "./minute-limit.ts";
import { type TokenBucket, takeFrom } from "./token-bucket.ts";

/** The limits of a connection; null for none. */
export interface MinuteLimits {
  requestsPerMinute: number | null;
  tokensPerMinute: number | null;
}

/** What lies in the buckets of a connection. */
export interface LaneBuckets {
  requests: TokenBucket;
  tokens: TokenBucket;
}

/**
 * Takes slots for up to `wanted` calls of `cost` tokens each, as many as the buckets allow. This is the plain form of what the
 * engine does in one statement, and what that statement is held to. O(wanted).
 *
 * @returns how many may be sent, and the milliseconds until the next one may; 0 when all were granted
 */
export function leaseSlots(
  buckets: LaneBuckets,
  { wanted, cost, limits, now }: { wanted: number; cost: number; limits: MinuteLimits; now: number },
): { buckets: LaneBuckets; granted: number; wait: number } {
  // What flows over is lost, whether or not anything is wanted: taking nothing only fills.
  let held = {
    requests: take(buckets.requests, 0, now, limits.requestsPerMinute, requestShape).bucket,
    tokens: take(buckets.tokens, 0, now, limits.tokensPerMinute, tokenShape).bucket,
  };
  for (let granted = 0; granted < wanted; granted++) {
    const requests = take(held.requests, 1, now, limits.requestsPerMinute, requestShape);
    const tokens = take(held.tokens, cost, now, limits.tokensPerMinute, tokenShape);
    const wait = Math.max(requests.wait, tokens.wait);
    if (wait > 0) return { buckets: held, granted, wait };
    held = { requests: requests.bucket, tokens: tokens.bucket };
  }
  return { buckets: held, granted: wanted, wait: 0 };
}

function take(
  bucket: TokenBucket,
  cost: number,
  now: number,
  limit: number | null,
  shape: typeof requestShape,
): ReturnType<typeof takeFrom> {
  return limit === null ? { bucket, wait: 0 } : takeFrom(bucket, { cost, now, ...shape(limit) });
}
