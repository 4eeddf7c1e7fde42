import { pause } from "../postmaster.ts";

/**
 * Asks again and again until the answer is neither null nor false nor undefined, and returns it.
 *
 * @param what what is waited for, for the message
 * @throws Error when `timeoutMs` have passed
 */
export async function until<Answer>(
  what: string,
  ask: () => Answer | Promise<Answer>,
  { timeoutMs = 30_000, everyMs = 25 } = {},
): Promise<NonNullable<Exclude<Answer, false>>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) {
      return answer as NonNullable<Exclude<Answer, false>>; // narrowed by the line above, which the compiler does not follow
    }
    if (Date.now() > deadline) throw new Error(`Waited ${timeoutMs} ms in vain: ${what}`);
    await pause(everyMs);
  }
}
