import { describe, expect, test } from "vitest";
import type { Written } from "#lib/schema/decision.ts";
import { createOutbox, type OutboxWorld, type Outcome } from "./outbox.ts";
import { type Act, badgeOf, type Request } from "./outbox-state.ts";
import { clearOutboxStorage, type KeyValueStore, outboxStorage } from "./outbox-storage.ts";

const first = "0190a000-0000-7000-8000-00000000000a";
const second = "0190a000-0000-7000-8000-00000000000b";
const accept = (conversation: string): Act => ({
  kind: "decide",
  conversation,
  expectedVersion: 1,
  decision: "accept",
  reason: null,
  seen: { turns: [{ role: "user", content: "Text" }], status: "pending" },
});

/** A browser store in memory, as `localStorage` behaves. */
function memoryStore(): KeyValueStore {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index) => [...values.keys()][index] ?? null,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, value) => void values.set(name, value),
    removeItem: (name) => void values.delete(name),
  };
}

/** A server that stores each key once and can be cut off, before or after it has stored. */
function server() {
  const stored = new Map<string, { body: string; written: Written }>();
  let reach: "up" | "down" | "answer-lost" = "up";
  const versions = new Map<string, number>();
  return {
    stored,
    set: (next: typeof reach) => {
      reach = next;
    },
    send: async (request: Request, key: string): Promise<Awaited<ReturnType<OutboxWorld["send"]>>> => {
      if (reach === "down") return { failure: { kind: "unreachable" } };
      const body = JSON.stringify(request);
      const known = stored.get(key);
      if (known !== undefined && known.body !== body)
        return { failure: { kind: "refused", problem: "The key was used." } };
      const conversation = request.path.split("/")[4] ?? "";
      const version = (versions.get(conversation) ?? 1) + 1;
      const written = known?.written ?? {
        conversation,
        version,
        status: "accepted",
        flagged: false,
        headRevision: 1,
        event: stored.size + 1,
      };
      if (known === undefined) versions.set(conversation, version);
      stored.set(key, { body, written });
      return reach === "answer-lost" ? { failure: { kind: "unreachable" } } : { written };
    },
  };
}

function worldOf(store: KeyValueStore, send: OutboxWorld["send"]) {
  const waiting: (() => void)[] = [];
  let clock = 0;
  const world: OutboxWorld = {
    storage: outboxStorage(store, "amina"),
    send,
    later: (call) => void waiting.push(call),
    newKey: () => `key-${++clock}-${Math.floor(clock / 7)}`,
    now: () => clock,
  };
  return {
    world,
    goOn: () =>
      waiting.splice(0).forEach((call) => {
        call();
      }),
  };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("outbox", () => {
  test("sends one entry after another and empties itself", async () => {
    const remote = server();
    const outbox = createOutbox(worldOf(memoryStore(), remote.send).world);
    const outcomes: Outcome[] = [];
    outbox.onOutcome((outcome) => outcomes.push(outcome));
    outbox.put("courtesies", accept(first));
    outbox.put("courtesies", accept(second));
    expect(badgeOf(outbox.read())).toEqual({ kind: "saving", count: 2 });
    await settled();
    expect(badgeOf(outbox.read())).toBeNull();
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(["written", "written"]);
    expect(remote.stored.size).toBe(2);
  });

  test("keeps what was done without a connection through a reload and stores each once, in order", async () => {
    const store = memoryStore();
    const remote = server();
    remote.set("down");
    const before = createOutbox(worldOf(store, remote.send).world);
    const keys = Array.from({ length: 30 }, (_, index) =>
      before.put("courtesies", accept(index % 2 === 0 ? first : second)),
    );
    await settled();
    expect(badgeOf(before.read())).toEqual({ kind: "offline", count: 30 });

    remote.set("up");
    const after = createOutbox(worldOf(store, remote.send).world);
    await settled();
    expect(after.read().entries).toEqual([]);
    expect([...remote.stored.keys()]).toEqual(keys);
    expect(outboxStorage(store, "amina").load()).toEqual([]);
  });

  test("repeats the same key and body when the answer was lost, so it is stored once", async () => {
    const remote = server();
    remote.set("answer-lost");
    const { world, goOn } = worldOf(memoryStore(), remote.send);
    const outbox = createOutbox(world);
    outbox.put("courtesies", accept(first));
    await settled();
    remote.set("up");
    goOn();
    await settled();
    expect(outbox.read().entries).toEqual([]);
    expect(remote.stored.size).toBe(1);
  });

  test("sends a tag again by itself when only the version has moved", async () => {
    const sent: Request[] = [];
    const conflict = {
      version: 5,
      status: "accepted" as const,
      turns: [],
      changedBy: null,
      changedAt: "",
      draft: null,
    };
    const outbox = createOutbox(
      worldOf(memoryStore(), async (request) => {
        sent.push(request);
        if (request.body.expectedVersion !== 5) return { failure: { kind: "conflict", conflict } };
        return {
          written: { conversation: first, version: 6, status: "accepted", flagged: false, headRevision: 1, event: 1 },
        };
      }).world,
    );
    outbox.put("courtesies", { kind: "tag", conversation: first, expectedVersion: 1, add: ["t"], remove: [] });
    await settled();
    expect(sent.map((request) => request.body.expectedVersion)).toEqual([1, 5]);
    expect(outbox.read().entries).toEqual([]);
  });

  test("leaves another person's entries alone and clears one's own", async () => {
    const store = memoryStore();
    const remote = server();
    remote.set("down");
    createOutbox(worldOf(store, remote.send).world).put("courtesies", accept(first));
    await settled();
    expect(outboxStorage(store, "bilal").load()).toEqual([]);
    store.setItem("tessera.draft.a.1", "[]");
    clearOutboxStorage(store, "amina");
    expect(store.getItem("tessera.draft.a.1")).toBeNull();
    expect(outboxStorage(store, "amina").load()).toEqual([]);
  });

  test("does not trip over what it cannot read", () => {
    const store = memoryStore();
    store.setItem("tessera.outbox.amina.x", "{");
    store.setItem("tessera.outbox.amina.y", '{"key":1}');
    expect(outboxStorage(store, "amina").load()).toEqual([]);
  });
});
