import type { BulkView, Undone } from "#lib/schema/bulk.ts";
import type { Written } from "#lib/schema/decision.ts";
import {
  type Act,
  addEntry,
  type Entry,
  emptyOutbox,
  type Failure,
  keepMine,
  keepTheirs,
  markFailed,
  markSent,
  markTurned,
  markWritten,
  needsPerson,
  nextEntry,
  type OutboxState,
  type Request,
  requestOf,
  takeBack,
} from "./outbox-state.ts";
import type { OutboxStorage } from "./outbox-storage.ts";

/** What became of one entry. */
export type Outcome =
  | { kind: "written"; entry: Entry; written: Written }
  /** An undo or a redo of an act on many. */
  | { kind: "turned"; entry: Entry; bulk: BulkView }
  | { kind: "conflict" | "refused"; entry: Entry; failure: Failure };

/** What the outbox needs of the world. */
export interface OutboxWorld {
  storage: OutboxStorage;
  /** Sends one request; answers with what was written, or with why not. Never throws. */
  send: (request: Request, key: string) => Promise<{ written: Undone } | { failure: Failure }>;
  /** Calls back after some milliseconds, or sooner when the connection returns. */
  later: (call: () => void, milliseconds: number) => void;
  newKey: () => string;
  now: () => number;
}

export interface Outbox {
  read: () => OutboxState;
  subscribe: (tell: () => void) => () => void;
  onOutcome: (hear: (outcome: Outcome) => void) => () => void;
  /** Keeps an act and sends it as soon as those before it are through. Returns its key. */
  put: (project: string, act: Act) => string;
  /** Whether an unsent entry could be taken out. */
  takeBack: (key: string) => boolean;
  keepTheirs: (key: string) => void;
  keepMine: (key: string, act?: Act) => string;
  /** Sends what is waiting now, without the pause after a failure. */
  retryNow: () => void;
}

const pauses = [500, 1000, 2000, 5000, 10_000, 20_000];

/** A queue of writes that survives a reload and sends one entry at a time, oldest first. */
export function createOutbox(world: OutboxWorld): Outbox {
  let state = world.storage.load().reduce(addEntry, emptyOutbox);
  let sending = false;
  let failures = 0;
  const readers = new Set<() => void>();
  const listeners = new Set<(outcome: Outcome) => void>();

  function set(next: OutboxState): void {
    const before = new Map(state.entries.map((entry) => [entry.key, entry]));
    state = next;
    for (const entry of next.entries) {
      if (before.get(entry.key) !== entry) world.storage.save(entry);
      before.delete(entry.key);
    }
    for (const key of before.keys()) world.storage.remove(key);
    for (const tell of readers) tell();
  }

  async function pump(): Promise<void> {
    if (sending) return;
    const entry = nextEntry(state);
    if (entry === null) return;
    sending = true;
    const request = requestOf(state, entry);
    set(markSent(state, entry.key, request));
    const answer = await world.send(request, entry.key);
    sending = false;
    if ("written" in answer) {
      failures = 0;
      const { written } = answer;
      if ("bulk" in written) {
        set(markTurned(state, entry.key));
        tellAll({ kind: "turned", entry, bulk: written.bulk });
      } else {
        set(markWritten(state, entry.key, written));
        tellAll({ kind: "written", entry, written });
      }
    } else {
      const { failure } = answer;
      set(markFailed(state, entry.key, failure));
      if (failure.kind === "conflict" && !needsPerson(entry.act, failure.conflict)) {
        set(keepMine(state, entry.key, world.newKey()));
        void pump();
        return;
      }
      if (answer.failure.kind === "unreachable") {
        world.later(() => void pump(), pauses[Math.min(failures, pauses.length - 1)] ?? 20_000);
        failures += 1;
        return;
      }
      tellAll({ kind: answer.failure.kind, entry, failure: answer.failure });
    }
    void pump();
  }

  function tellAll(outcome: Outcome): void {
    for (const hear of listeners) hear(outcome);
  }

  void pump();
  return {
    read: () => state,
    subscribe(tell) {
      readers.add(tell);
      return () => readers.delete(tell);
    },
    onOutcome(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    put(project, act) {
      const key = world.newKey();
      const blank = { attempts: 0, sent: null, state: "waiting", conflict: null, problem: null } as const;
      set(addEntry(state, { key, project, act, madeAt: world.now(), ...blank }));
      void pump();
      return key;
    },
    takeBack(key) {
      const next = takeBack(state, key);
      if (next === null) return false;
      set(next);
      return true;
    },
    keepTheirs(key) {
      set(keepTheirs(state, key));
      void pump();
    },
    keepMine(key, act) {
      const newKey = world.newKey();
      set(keepMine(state, key, newKey, act));
      void pump();
      return newKey;
    },
    retryNow() {
      failures = 0;
      void pump();
    },
  };
}
