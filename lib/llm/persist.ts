import { setTimeout as pause } from "node:timers/promises";
import type { Exchange } from "#lib/replies/exchange.ts";
import { retryAfter } from "#lib/replies/retry-after.ts";
import { retryDelay } from "#lib/replies/retry-delay.ts";

/** How far a call goes to be answered. */
export interface Persistence {
  signal?: AbortSignal;
  /** All attempts and waits together may take so long, in milliseconds. */
  budget?: number;
  /** At most so many requests are made for one call. */
  attempts?: number;
  /** What is done with every answer before it is read: this is where it is stored. */
  onExchange?: (exchange: Exchange, attempt: number) => Promise<void> | void;
  /** Chance for the waits, in [0,1). */
  chance?: () => number;
}

export const defaultPersistence = { budget: 300_000, attempts: 3 } as const;

/**
 * The one retry loop of all calls. Asks until the answer is not worth asking again, the attempts are used up, or no further one would
 * fit into the budget; a wait that the endpoint asks for and that does not fit is not begun.
 *
 * @param once makes one request that may take so many milliseconds
 * @param again whether what came of it may come out better at another attempt
 */
export async function persist<Result>(
  once: (patience: number) => Promise<Exchange>,
  read: (exchange: Exchange) => Result,
  again: (result: Result) => boolean,
  {
    signal,
    budget = defaultPersistence.budget,
    attempts = defaultPersistence.attempts,
    onExchange,
    chance = Math.random,
  }: Persistence,
): Promise<{ result: Result; exchange: Exchange; attempts: number }> {
  const end = performance.now() + budget;
  for (let attempt = 1; ; attempt++) {
    const exchange = await once(end - performance.now());
    await onExchange?.(exchange, attempt);
    const result = read(exchange);
    const answered = { result, exchange, attempts: attempt };
    if (attempt >= attempts || signal?.aborted || !again(result)) return answered;
    const wait = retryDelay(attempt, retryAfter(exchange.retryHeaders, Date.now()), chance());
    if (performance.now() + wait >= end) return answered;
    const waited = await pause(wait, true, { signal }).catch(() => false);
    if (!waited) return answered;
  }
}
