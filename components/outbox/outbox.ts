import type { BulkView, Undone } from "#lib/schema/bulk.ts";
import type { CommentView } from "#lib/schema/conversation-view.ts";
import type { Written } from "#lib/schema/decision.ts";
import {
  type Act,
  addEntry,
  type Entry,
  emptyOutbox,
  type Failure,
  isLost,
  keepMine,
  keepTheirs,
  markFailed,
  markSent,
  markThrough,
  markWritten,
  needsPerson,
  newEntry,
  newestVersions,
  type OutboxState,
  type Request,
  requestOf,
  sendable,
  takeBack,
} from "./outbox-state.ts";
import type { OutboxStore } from "./outbox-store.ts";

/** What became of one entry. */
export type Outcome =
  | { kind: "written"; entry: Entry; written: Written }
  /** An undo or a redo of an act on many. */
  | { kind: "turned"; entry: Entry; bulk: BulkView }
  | { kind: "commented"; entry: Entry; conversation: string; comment: CommentView }
  | { kind: "conflict" | "refused"; entry: Entry; failure: Failure };

/** What one tab tells the others of the same person. */
export interface News {
  put: readonly Entry[];
  remove: readonly string[];
  versions: OutboxState["versions"];
  events: OutboxState["events"];
  halted: OutboxState["halted"];
  outcome: Outcome | null;
}

/** The tabs of one person in this browser. */
export interface Tabs {
  /** Calls back once this tab is the one that sends; it stays so until it closes. */
  lead: (begin: () => void) => void;
  tell: (news: News) => void;
  hear: (listen: (news: News) => void) => void;
}

/** What the outbox needs of the world. */
export interface OutboxWorld {
  store: OutboxStore;
  tabs: Tabs;
  /** Sends one request; answers with what was written, or with why not. Never throws. */
  send: (request: Request, key: string) => Promise<{ written: Undone | CommentView } | { failure: Failure }>;
  /** Calls back after some milliseconds. */
  later: (call: () => void, milliseconds: number) => void;
  newKey: () => string;
  now: () => number;
}

export interface Outbox {
  read: () => OutboxState;
  subscribe: (tell: () => void) => () => void;
  onOutcome: (hear: (outcome: Outcome) => void) => () => void;
  /** Keeps an act and sends it as soon as those it has to follow are through. Returns its key. */
  put: (project: string, act: Act) => string;
  /** Whether an entry that was never sent could be taken out. */
  takeBack: (key: string) => boolean;
  keepTheirs: (key: string) => void;
  keepMine: (key: string, act?: Act) => string;
  /** Sends what is waiting now, without the pause after a failure. */
  retryNow: () => void;
  /** Forgets everything, here and in the other tabs; resolves when it is gone from the store. */
  clear: () => Promise<void>;
}

/** How many requests are on their way at once, so that a slow answer does not hold up a quick hand. */
export const mostAtOnce = 4;
const pauses = [500, 1000, 2000, 5000, 10_000, 20_000];
const pauseAfter = (failures: number) => pauses[Math.min(failures, pauses.length - 1)] ?? 20_000;

/**
 * A queue of writes that survives a reload. Acts on one conversation go out in the order they were made, unrelated ones
 * beside each other. All tabs of a person show the same queue; one of them sends.
 */
export function createOutbox(world: OutboxWorld): Outbox {
  let state = emptyOutbox;
  let leads = false;
  let halted = false;
  let failures = 0;
  /** On their way, or resting after a busy answer. */
  const busy = new Set<string>();
  /** On their way. */
  const flying = new Set<string>();
  /** What is through or taken back: word of it from another tab may come late. */
  const gone = new Set<string>();
  const readers = new Set<() => void>();
  const listeners = new Set<(outcome: Outcome) => void>();
  let storing: Promise<unknown> = Promise.resolve();

  function show(next: OutboxState): void {
    state = next;
    for (const tell of readers) tell();
  }

  /** Shows the next state, stores what it changed, then tells the other tabs. False when another tab was first. */
  function set(next: OutboxState, outcome: Outcome | null = null): Promise<boolean> {
    const unsure = state.unkept;
    const versions = Object.fromEntries(
      Object.entries(next.versions).filter(([conversation, version]) => state.versions[conversation] !== version),
    );
    const before = new Map(state.entries.map((entry) => [entry.key, entry]));
    const put = next.entries.filter((entry) => before.get(entry.key) !== entry);
    const kept = new Set(next.entries.map((entry) => entry.key));
    const remove = [...before.keys()].filter((key) => !kept.has(key));
    for (const key of remove) gone.add(key);
    const unkept = new Set([...next.unkept].filter((key) => kept.has(key)));
    for (const { key } of put) if (!before.has(key)) unkept.add(key);
    show({ ...next, unkept });
    // What the store was never known to hold is not missed there.
    const requires = [...remove, ...put.map(({ key }) => key)].filter((key) => before.has(key) && !unsure.has(key));
    const commit = async () => {
      try {
        const live = put.filter(({ key }) => !gone.has(key));
        const changes = live.length + remove.length > 0;
        if (changes && !(await world.store.commit({ put: live, remove, requires, versions }))) {
          // Another tab was first. What this step would have made anew must not come twice.
          for (const { key } of put) if (!before.has(key)) gone.add(key);
          await refresh();
          return false;
        }
        const stored = new Set(put.map(({ key }) => key));
        const unkept = new Set([...state.unkept].filter((key) => !stored.has(key)));
        if ((changes && state.storeless) || unkept.size < state.unkept.size)
          show({ ...state, unkept, storeless: false });
      } catch {
        // Not stored: the act stays in the memory of this tab, the badge says so, and it is sent all the same.
        show({ ...state, storeless: true });
      }
      const { events, halted: why } = state;
      world.tabs.tell({ put, remove, versions: state.versions, events, halted: why, outcome });
      return true;
    };
    const done = storing.then(commit);
    storing = done;
    return done;
  }

  /** Takes over what is stored, which other tabs may have changed, and keeps what only this tab has. */
  async function refresh(): Promise<void> {
    const stored = await world.store.load();
    const shown = new Map(state.entries.map((entry) => [entry.key, entry]));
    const own = state.entries.filter(({ key }) => state.unkept.has(key));
    // What is on its way from here is newer here.
    const others = stored.entries.map((entry) => (busy.has(entry.key) ? (shown.get(entry.key) ?? entry) : entry));
    const versions = newestVersions(state.versions, stored.versions);
    const all = [...others, ...own].filter(({ key }) => !gone.has(key));
    show(all.reduce(addEntry, { ...state, entries: [], versions }));
  }

  function pump(): void {
    if (!leads || halted) return;
    for (const entry of sendable(state, busy)) {
      if (flying.size >= mostAtOnce) return;
      busy.add(entry.key);
      flying.add(entry.key);
      void sendOne(entry);
    }
  }

  async function sendOne(entry: Entry): Promise<void> {
    const request = requestOf(state, entry);
    const lost = isLost(state, entry);
    // The body is stored before it leaves, so that whoever sends it again sends the same.
    const mayGo = await set(markSent(state, entry.key, request));
    if (!mayGo || gone.has(entry.key)) return land(entry.key);
    const answer = lost
      ? { failure: { kind: "refused" as const, problem: "What this would take back is not known here any more." } }
      : await world.send(request, entry.key);
    if ("written" in answer) {
      failures = 0;
      halted = false;
      const { written } = answer;
      const { act } = entry;
      if ("bulk" in written)
        finish(entry, markThrough(state, entry.key), { kind: "turned", entry, bulk: written.bulk });
      else if ("body" in written)
        finish(
          entry,
          markThrough(state, entry.key),
          act.kind === "comment"
            ? { kind: "commented", entry, conversation: act.conversation, comment: written }
            : null,
        );
      else finish(entry, markWritten(state, entry.key, written), { kind: "written", entry, written });
      return;
    }
    const { failure } = answer;
    if (failure.kind === "busy") {
      flying.delete(entry.key);
      void set(markFailed(state, entry.key, failure));
      world.later(() => land(entry.key), pauseAfter(entry.attempts));
      pump();
      return;
    }
    if (failure.kind === "unreachable") {
      busy.delete(entry.key);
      flying.delete(entry.key);
      void set(markFailed(state, entry.key, failure));
      if (halted) return;
      halted = true;
      world.later(goOn, pauseAfter(failures));
      failures += 1;
      return;
    }
    failures = 0;
    const failed = markFailed(state, entry.key, failure);
    if (failure.kind === "conflict" && !needsPerson(entry.act, failure.conflict)) {
      finish(entry, keepMine(failed, entry.key, world.newKey()), null);
      return;
    }
    finish(entry, failed, { kind: failure.kind, entry, failure });
  }

  function finish(entry: Entry, next: OutboxState, outcome: Outcome | null): void {
    void set(next, outcome);
    if (outcome !== null) tellAll(outcome);
    land(entry.key);
  }

  function land(key: string): void {
    busy.delete(key);
    flying.delete(key);
    pump();
  }

  function goOn(): void {
    halted = false;
    pump();
  }

  function tellAll(outcome: Outcome): void {
    for (const hear of listeners) hear(outcome);
  }

  world.tabs.hear((news) => {
    for (const key of news.remove) gone.add(key);
    const rest = state.entries.filter(({ key }) => !gone.has(key));
    const merged = {
      ...state,
      entries: rest,
      versions: newestVersions(state.versions, news.versions),
      events: { ...state.events, ...news.events },
      // The tab that sends knows best whether the studio can be reached.
      halted: leads ? state.halted : news.halted,
    };
    const fresh = news.put.filter(({ key }) => !gone.has(key) && !busy.has(key));
    show(fresh.reduce(addEntry, merged));
    if (news.outcome !== null) tellAll(news.outcome);
    pump();
  });
  void refresh().catch(() => undefined);
  world.tabs.lead(() => {
    // The tab that sent before may have closed between storing and telling.
    void refresh()
      .catch(() => undefined)
      .then(() => {
        leads = true;
        if (state.entries.length === 0) void world.store.forgetVersions().catch(() => undefined);
        pump();
      });
  });

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
      const entry = newEntry(state, world.newKey(), project, act, world.now());
      void set(addEntry(state, entry));
      pump();
      return entry.key;
    },
    takeBack(key) {
      // Another tab may be about to send it; then the server is asked to undo it.
      if (!leads || busy.has(key)) return false;
      const next = takeBack(state, key);
      if (next === null) return false;
      void set(next);
      return true;
    },
    keepTheirs(key) {
      void set(keepTheirs(state, key));
      pump();
    },
    keepMine(key, act) {
      const newKey = world.newKey();
      void set(keepMine(state, key, newKey, act));
      pump();
      return newKey;
    },
    retryNow() {
      failures = 0;
      goOn();
    },
    async clear() {
      await set({ ...state, entries: [] });
      await world.store.forgetVersions().catch(() => undefined);
    },
  };
}
