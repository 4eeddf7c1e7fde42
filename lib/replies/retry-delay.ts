/** The first wait is at most this long, in milliseconds, and each further one twice as long. */
const firstWait = 500;
const longestWait = 60_000;

/**
 * How long to wait before asking again, in milliseconds. Without a word from the endpoint a random part of a ceiling that doubles
 * ("full jitter": many callers who failed together do not come back together); with one, that long and up to a quarter more, so that
 * nobody comes too early.
 *
 * @param attempt how many have been made, from 1
 * @param asked what the endpoint asked for, in milliseconds, or null
 * @param chance in [0,1)
 */
export function retryDelay(attempt: number, asked: number | null, chance: number): number {
  if (asked !== null) return Math.round(asked + chance * Math.min(asked / 4, longestWait));
  return Math.round(chance * Math.min(longestWait, firstWait * 2 ** (attempt - 1)));
}
