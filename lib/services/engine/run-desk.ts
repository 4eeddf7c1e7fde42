import type { PoolClient } from "pg";
import { log } from "#lib/log.ts";
import type { Made } from "#lib/methods/method.ts";
import type { Exchange } from "#lib/replies/exchange.ts";
import type { World } from "#lib/world/world.ts";
import { type CallToAdmit, type CallToSettle, type Flushed, flush, type ItemToEnd, type TakenItem } from "./flush.ts";

/** What a call came to: an answer as it came, now or in an earlier asking; or that the item is to be put down. */
export type Admission = { kind: "go" } | { kind: "answered"; exchange: Exchange } | { kind: "put down" };

interface WaitingCall {
  call: CallToAdmit;
  resolve: (admission: Admission) => void;
}

/** An item in hand. */
export interface ItemInHand {
  item: TakenItem;
  /** Once aborted nothing more is sent for it: it ends with what is in flight, or goes back as planned. */
  hold: AbortController;
  /** Once aborted what is in flight is broken off too. */
  stop: AbortController;
}

export interface DeskOptions {
  world: World;
  runId: string;
  worker: string;
  /** How many calls this process may have under way now. */
  share: (concurrency: number) => number;
  make: (item: ItemInHand) => Promise<Made>;
  /** How an item that threw ended: failed, or put down. */
  onError: (error: unknown) => Pick<ItemToEnd, "state" | "code" | "problem">;
}

/** A question that somebody else asks at this moment is looked up again so soon, in milliseconds. */
const lookAgain = 150;

/**
 * The work of this process on one run: items in hand, and what waits to be written. Everything that waits goes in the next
 * flush together, so the cost of a transaction is shared by as many calls as come in while the one before is written.
 */
export class RunDesk {
  readonly #options: DeskOptions;
  readonly #inHand = new Map<string, ItemInHand>();
  #admit: WaitingCall[] = [];
  #settle: { call: CallToSettle; resolve: () => void }[] = [];
  #end: ItemToEnd[] = [];
  #flushing: Promise<void> | null = null;
  #again = false;
  #state = "running";
  #concurrency = 1;
  /** Calls that were allowed and have not been settled. */
  #allowed = 0;
  /** Whether the last look found fewer items than were wanted. */
  #dry = false;
  /** Whether the row of the run is to be looked at, even when there is nothing to write. */
  #look = false;
  /** Set for good once everything is put down: nothing is taken or sent here any more, however the run stands. */
  #closing = false;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  get runId(): string {
    return this.#options.runId;
  }

  get busy(): boolean {
    return this.#inHand.size > 0 || this.#flushing !== null || this.#end.length > 0;
  }

  /** Looks for what there is to do; call it again and again, and when something has changed. */
  wake(): void {
    this.#dry = false;
    this.#look = true;
    this.#flushSoon();
  }

  /** Waits until a call may go, or for the answer that is there already. */
  admit(call: CallToAdmit): Promise<Admission> {
    return new Promise((resolve) => {
      this.#admit.push({ call, resolve });
      this.#flushSoon();
    });
  }

  /** Writes down what came of a call, before anybody reads it. */
  settle(call: CallToSettle): Promise<void> {
    return new Promise((resolve) => {
      this.#settle.push({ call, resolve });
      this.#flushSoon();
    });
  }

  /** Puts all items down and waits until that is written. */
  async putDown(): Promise<void> {
    this.#closing = true;
    for (const inHand of this.#inHand.values()) putDown(inHand, true);
    while (this.busy) {
      this.#flushSoon();
      await this.#flushing;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  #flushSoon(): void {
    this.#again = true;
    if (this.#flushing !== null) return;
    this.#flushing = this.#flushAll().finally(() => {
      this.#flushing = null;
      // What came between the last look and now.
      if (this.#again) this.#flushSoon();
    });
  }

  async #flushAll(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      // What comes in the same moment shares the transaction.
      await new Promise((resolve) => setImmediate(resolve));
      const share = this.#options.share(this.#concurrency);
      // Some more than go at once, so that no place stays empty while the next ones are written.
      const room = share === 0 ? 0 : share + Math.ceil(share / 4) + 2;
      const itemRoom = share === 0 ? 0 : share * 2 + 4;
      const admits = this.#admit;
      const settles = this.#settle;
      const ends = this.#end;
      this.#admit = [];
      this.#settle = [];
      this.#end = [];
      const take =
        this.#dry || this.#closing || !isOpen(this.#state)
          ? 0
          : Math.max(0, itemRoom - this.#inHand.size + ends.length);
      if (admits.length + settles.length + ends.length + take === 0 && !this.#look) return;
      this.#look = false;
      try {
        const done = await this.#write({
          admits,
          admitMost: Math.max(0, room - this.#allowed + settles.length),
          settles,
          ends,
          take,
        });
        this.#allowed -= settles.length;
        this.#takeIn(done, { admits, ends, take });
        for (const { resolve } of settles) resolve();
      } catch (error) {
        log().warn({ error, run: this.runId }, "a run could not be written, and is tried again");
        this.#admit.unshift(...admits);
        this.#settle.unshift(...settles);
        this.#end.unshift(...ends);
        this.#again = true;
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
    }
  }

  async #write(work: {
    admits: readonly WaitingCall[];
    admitMost: number;
    settles: readonly { call: CallToSettle }[];
    ends: readonly ItemToEnd[];
    take: number;
  }): Promise<Flushed> {
    const { world, runId, worker } = this.#options;
    const client: PoolClient = await world.pool.connect();
    let broken = true;
    try {
      const done = await flush(world, client, {
        runId,
        worker,
        admit: work.admits.map(({ call }) => call),
        admitMost: work.admitMost,
        settle: work.settles.map(({ call }) => call),
        end: work.ends,
        take: work.take,
      });
      broken = false;
      return done;
    } finally {
      client.release(broken);
    }
  }

  #takeIn(
    done: Flushed,
    { admits, ends, take }: { admits: readonly WaitingCall[]; ends: readonly ItemToEnd[]; take: number },
  ): void {
    this.#state = done.state;
    this.#concurrency = done.concurrency;
    this.#allowed += done.admitted.size;
    for (const { id } of ends) this.#inHand.delete(id);
    const later: WaitingCall[] = [];
    for (const waiting of admits) {
      const answer = done.answered.get(waiting.call.askKey);
      if (answer !== undefined)
        // Written by this very room as an exchange.
        waiting.resolve({ kind: "answered", exchange: answer.exchange as Exchange });
      else if (done.admitted.has(waiting.call.id)) waiting.resolve({ kind: "go" });
      else if (isOpen(done.state) && !this.#closing && !done.strange.has(waiting.call.itemId)) later.push(waiting);
      else waiting.resolve({ kind: "put down" });
    }
    if (later.length > 0) {
      this.#admit.unshift(...later);
      // Places come free with the next answer; a question that somebody else asks has to be looked up again.
      setTimeout(() => this.#flushSoon(), lookAgain);
    }
    if (!isOpen(done.state)) for (const inHand of this.#inHand.values()) putDown(inHand, done.state === "cancelled");
    if (done.taken.length < take) this.#dry = true;
    // Something that waited for it may begin now.
    if (ends.some(({ state }) => state === "done")) this.#dry = false;
    for (const item of done.taken) this.#begin(item);
    // What was taken while that was written goes back too.
    if (this.#closing) for (const inHand of this.#inHand.values()) putDown(inHand, true);
  }

  #begin(item: TakenItem): void {
    const inHand: ItemInHand = { item, hold: new AbortController(), stop: new AbortController() };
    this.#inHand.set(item.id, inHand);
    void this.#options
      .make(inHand)
      .then(
        (made): Omit<ItemToEnd, "id" | "attempt"> => ({
          state: "done",
          code: made.drafts.length === 0 && made.note !== undefined ? "note" : null,
          problem: made.note ?? null,
          result: made.left ?? null,
          drafts: { itemId: item.id, ordinal: item.ordinal, drafts: made.drafts },
        }),
        (error: unknown): Omit<ItemToEnd, "id" | "attempt"> => {
          const blank = { code: null, problem: null, result: null, drafts: null };
          if (inHand.stop.signal.aborted) return { ...blank, state: "planned" };
          return { ...blank, ...this.#options.onError(error) };
        },
      )
      .then((end) => {
        this.#end.push({ id: item.id, attempt: item.attempt, ...end });
        this.#flushSoon();
      });
  }
}

function putDown({ hold, stop }: ItemInHand, atOnce: boolean): void {
  hold.abort();
  if (atOnce) stop.abort();
}

export function isOpen(state: string): boolean {
  return state === "running" || state === "trial";
}
