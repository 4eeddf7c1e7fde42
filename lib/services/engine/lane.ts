import { log } from "#lib/log.ts";
import { type AdaptiveLimit, cutLimit, raiseLimit } from "#lib/pacing/adaptive-limit.ts";
import type { LanePace } from "./lane-pace.ts";

/** A call that waits for its place. */
interface WaitingCall {
  /** What it takes at most, in tokens. */
  cost: number;
  go: () => void;
}

/** Slots are asked for at most so often, in milliseconds: what waits in between shares a statement. */
const askEvery = 20;
/** After trouble with the database slots are asked for again so soon, in milliseconds. */
const askAgain = 500;

/**
 * The way to one connection from this process, for all of its runs. Calls wait for a place in the order in which they came. A
 * success widens the lane by a place each round, an overload halves it and closes it for a while, for all processes. How many
 * places fall to this process, and how many calls may go in a minute, it learns from what all processes share.
 */
export class Lane {
  readonly #pace: LanePace;
  readonly #waiting: WaitingCall[] = [];
  /** Null until the first cut, and again once it has grown to the whole share. */
  #limit: AdaptiveLimit | null = null;
  #share = 0;
  /** Null until it is known. */
  #limited: boolean | null = null;
  #inFlight = 0;
  #refund = 0;
  #closedUntil = 0;
  /** Its limits allow no call before this. */
  #emptyUntil = 0;
  #closedInRow = 0;
  #asking: Promise<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(pace: LanePace) {
    this.#pace = pace;
  }

  get busy(): boolean {
    return this.#inFlight > 0 || this.#waiting.length > 0 || this.#asking !== null;
  }

  /** Times in a row that it was closed without an answer in between. */
  get closedInRow(): number {
    return this.#closedInRow;
  }

  get #places(): number {
    return Math.min(this.#share, Math.floor(this.#limit?.limit ?? this.#share));
  }

  /** Waits for a place; false when `signal` ended the wait. Give the place back with `leave`. */
  enter(signal: AbortSignal, cost: number): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const drop = () => {
        this.#waiting.splice(this.#waiting.indexOf(call), 1);
        resolve(false);
      };
      const call: WaitingCall = {
        cost,
        go: () => {
          signal.removeEventListener("abort", drop);
          resolve(true);
        },
      };
      this.#waiting.push(call);
      signal.addEventListener("abort", drop, { once: true });
      this.#move();
    });
  }

  /** Gives a place back after an answer, and tells how many of the tokens that were counted for it were not used. */
  leave(unused: number): void {
    this.#inFlight -= 1;
    this.#refund += unused;
    this.#move();
  }

  succeed(): void {
    this.#closedInRow = 0;
    if (this.#limit === null) return;
    const raised = raiseLimit(this.#limit, this.#share);
    this.#limit = raised.limit >= this.#share ? null : raised;
  }

  /** Narrows the lane and closes it for so many milliseconds: here at once, everywhere within half a second. */
  async fail(code: string, delay: number): Promise<void> {
    const now = performance.now();
    this.#closedUntil = Math.max(this.#closedUntil, now + delay);
    const before = this.#limit ?? { limit: this.#share, cutAt: Number.NEGATIVE_INFINITY };
    const cut = cutLimit({ ...before, limit: Math.max(1, Math.min(before.limit, this.#share)) }, now);
    if (cut.cutAt !== before.cutAt) this.#closedInRow += 1;
    this.#limit = cut;
    // What could not be told to the others holds here all the same.
    await this.#pace.close(code, delay).catch((error: unknown) => log().warn({ error }, "a lane could not be closed"));
  }

  /** Says how it stands and hears how the others do; twice a second. */
  async beat(): Promise<void> {
    await this.#ask();
  }

  /** Lets go whatever may go now. */
  #move(): void {
    if (this.#limited === false && this.#isOpen()) while (this.#free() > 0) this.#send();
    const isWanted = this.#limited === true ? this.#free() > 0 : this.#waiting.length > 0;
    const opensIn = Math.max(this.#closedUntil, this.#emptyUntil) - performance.now();
    // Without a limit a place comes free with an answer, which moves it by itself.
    if (isWanted && (this.#limited !== false || opensIn > 0)) this.#moveIn(opensIn);
  }

  #isOpen(): boolean {
    return performance.now() >= this.#closedUntil;
  }

  /** Calls that have a place. */
  #free(): number {
    return Math.max(0, Math.min(this.#waiting.length, this.#places - this.#inFlight));
  }

  #send(): void {
    const call = this.#waiting.shift();
    if (call === undefined) return;
    this.#inFlight += 1;
    call.go();
  }

  #moveIn(delay: number): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(
      () => {
        this.#timer = null;
        if (this.#limited === false) this.#move();
        else void this.#ask();
      },
      Math.max(askEvery, delay),
    );
  }

  #ask(): Promise<void> {
    this.#asking ??= this.#askOnce().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #askOnce(): Promise<void> {
    const wanted = this.#limited === true && this.#isOpen() ? this.#free() : 0;
    const cost = this.#waiting.slice(0, wanted).reduce((most, call) => Math.max(most, call.cost), 1);
    const refund = this.#refund;
    this.#refund = 0;
    try {
      const said = { inFlight: this.#inFlight, waiting: this.#waiting.length, places: this.#places };
      const answer = await this.#pace.ask({ ...said, wanted, cost, refund });
      this.#share = answer.share;
      this.#limited = answer.limited;
      if (answer.closedFor > 0) this.#closedUntil = Math.max(this.#closedUntil, performance.now() + answer.closedFor);
      // A slot is used now or never: one that is kept would be used in a minute that it was not meant for.
      // There was a place for each when it was asked for, even if fewer fall to this process from now on.
      if (this.#isOpen()) for (let slot = 0; slot < answer.granted; slot++) this.#send();
      this.#emptyUntil = answer.wait > 0 ? performance.now() + answer.wait : 0;
      this.#move();
    } catch (error) {
      log().warn({ error }, "slots could not be asked for, and are asked for again");
      this.#refund += refund;
      this.#moveIn(askAgain);
    }
  }
}
