import type { Written } from "#lib/schema/decision.ts";
import { createOutbox, type News, type Outbox, type OutboxWorld } from "../outbox.ts";
import type { Act, Entry, Request } from "../outbox-state.ts";
import type { OutboxStore } from "../outbox-store.ts";

export const accept = (conversation: string): Act => ({
  kind: "decide",
  conversation,
  expectedVersion: 1,
  decision: "accept",
  reason: null,
  seen: { turns: [{ role: "user", content: "Text" }], status: "pending" },
});

type Answer = Awaited<ReturnType<OutboxWorld["send"]>>;

/** A server as Tessera's: a key is stored once and answered alike ever after; versions count up. */
export function server() {
  const stored = new Map<string, { body: string; written: Written }>();
  const versions = new Map<string, number>();
  const refused: string[] = [];
  const answer = (request: Request, key: string): Answer => {
    const body = JSON.stringify(request);
    const known = stored.get(key);
    if (known !== undefined) {
      if (known.body === body) return { written: known.written };
      refused.push(key);
      return { failure: { kind: "refused", problem: "The key was used for something else." } };
    }
    const conversation = request.path.split("/")[4] ?? "";
    const version = versions.get(conversation) ?? 1;
    if (request.body.expectedVersion !== version) {
      refused.push(key);
      return { failure: { kind: "refused", problem: `Expected ${request.body.expectedVersion}, is ${version}.` } };
    }
    const written = {
      conversation,
      version: version + 1,
      status: "accepted" as const,
      flagged: false,
      headRevision: 1,
      event: stored.size + 1,
    };
    versions.set(conversation, version + 1);
    stored.set(key, { body, written });
    return { written };
  };
  return { stored, refused, answer };
}

/** One browser of one person: what it stores, and its tabs, of which the first living one sends. */
export function browser(send: OutboxWorld["send"], pace: <T>(work: () => T) => Promise<T> = async (work) => work()) {
  const disk = new Map<string, Entry>();
  const versions: Record<string, number> = {};
  const tabs: { hear: (news: News) => void; begin: () => void; alive: boolean }[] = [];
  const timers: (() => void)[] = [];
  let clock = 0;
  let keys = 0;
  let leader: object | null = null;

  const elect = () => {
    if (leader !== null) return;
    const next = tabs.find(({ alive }) => alive);
    if (next === undefined) return;
    leader = next;
    next.begin();
  };

  /** Opens a tab; `crash` ends it as a crash would: nothing it has under way is heard of again. */
  function open(): { outbox: Outbox; crash: () => void } {
    const tab = { hear: (_news: News) => {}, begin: () => {}, alive: true };
    tabs.push(tab);
    const never = new Promise<never>(() => {});
    const store: OutboxStore = {
      load: () =>
        pace(() => ({ entries: [...disk.values()], versions: { ...versions } })).then((found) =>
          tab.alive ? found : never,
        ),
      commit: async ({ put, remove, requires, versions: newer }) => {
        const done = await pace(() => {
          if (!tab.alive || !requires.every((key) => disk.has(key))) return false;
          for (const key of remove) disk.delete(key);
          for (const entry of put) disk.set(entry.key, structuredClone(entry));
          Object.assign(versions, newer);
          return true;
        });
        return tab.alive ? done : never;
      },
      forgetVersions: async () => {
        for (const conversation of Object.keys(versions)) delete versions[conversation];
      },
    };
    const outbox = createOutbox({
      store,
      tabs: {
        lead: (begin) => {
          tab.begin = begin;
          elect();
        },
        tell: (news) => {
          for (const other of tabs)
            if (other !== tab && other.alive) void pace(() => other.alive && other.hear(structuredClone(news)));
        },
        hear: (listen) => {
          tab.hear = listen;
        },
      },
      send: async (request, key) => {
        if (!tab.alive) return never;
        const answer = await send(request, key);
        return tab.alive ? answer : never;
      },
      later: (call) => void timers.push(() => tab.alive && call()),
      newKey: () => `key-${String(++keys).padStart(4, "0")}`,
      now: () => ++clock,
    });
    return {
      outbox,
      crash() {
        tab.alive = false;
        if (leader !== tab) return;
        leader = null;
        elect();
      },
    };
  }
  return {
    disk,
    open,
    /** Lets the pauses after failures pass. */
    goOn: () => {
      for (const call of timers.splice(0)) call();
    },
  };
}

/** Waits until nothing more happens by itself. */
export async function settled(rounds = 50): Promise<void> {
  for (let round = 0; round < rounds; round++) await new Promise<void>((resolve) => setImmediate(resolve));
}
