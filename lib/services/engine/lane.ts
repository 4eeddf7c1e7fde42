import { type AdaptiveLimit, cutLimit, raiseLimit } from "#lib/pacing/adaptive-limit.ts";

/** What a lane is at this moment. */
interface LaneState {
  /** Calls at once that the lane allows now. */
  limit: number;
  inFlight: number;
  /** Nothing is sent before this, in milliseconds of the monotonic clock. */
  closedUntil: number;
  /** Times in a row that it was closed without an answer in between. */
  closedInRow: number;
  /** Why it is closed, a failure code. */
  reason: string | null;
}

/**
 * The way to one connection from this process. Calls wait for a place in the order in which they came. A success widens the
 * lane by a place each round, an overload halves it and closes it for a while.
 */
export class Lane {
  readonly #most: number;
  readonly #waiting: (() => void)[] = [];
  #limit: AdaptiveLimit;
  #inFlight = 0;
  #closedUntil = 0;
  #closedInRow = 0;
  #reason: string | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** @param most what the connection allows at once */
  constructor(most: number) {
    this.#most = most;
    this.#limit = { limit: most, cutAt: Number.NEGATIVE_INFINITY };
  }

  get state(): LaneState {
    return {
      limit: this.#limit.limit,
      inFlight: this.#inFlight,
      closedUntil: this.#closedUntil,
      closedInRow: this.#closedInRow,
      reason: this.#reason,
    };
  }

  /** Waits for a place; false when `signal` ended the wait. Give the place back with `leave`. */
  async enter(signal: AbortSignal): Promise<boolean> {
    while (!signal.aborted) {
      if (this.#inFlight < Math.floor(this.#limit.limit) && performance.now() >= this.#closedUntil) {
        this.#inFlight += 1;
        return true;
      }
      await new Promise<void>((resolve) => {
        const go = () => {
          signal.removeEventListener("abort", go);
          resolve();
        };
        this.#waiting.push(go);
        signal.addEventListener("abort", go, { once: true });
        this.#wakeLater();
      });
    }
    this.#wake();
    return false;
  }

  /** Gives a place back after an answer. */
  leave(): void {
    this.#inFlight -= 1;
    this.#wake();
  }

  succeed(): void {
    this.#closedInRow = 0;
    this.#reason = null;
    this.#limit = raiseLimit(this.#limit, this.#most);
  }

  /** Narrows the lane and closes it for so many milliseconds. */
  fail(reason: string, delay: number): void {
    const now = performance.now();
    this.#reason = reason;
    this.#closedUntil = Math.max(this.#closedUntil, now + delay);
    const narrowed = cutLimit(this.#limit, now);
    if (narrowed === this.#limit) return;
    this.#limit = narrowed;
    this.#closedInRow += 1;
  }

  #wake(): void {
    this.#waiting.shift()?.();
  }

  #wakeLater(): void {
    const delay = this.#closedUntil - performance.now();
    if (delay <= 0 || this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      const places = Math.floor(this.#limit.limit) - this.#inFlight;
      for (let place = 0; place < places; place++) this.#wake();
    }, delay);
  }
}
