import { expect, test } from "vitest";
import { moveOlderEntries, olderDrafts } from "./older-storage.ts";
import type { Entry } from "./outbox-state.ts";

function older(items: Record<string, string>) {
  const values = new Map(Object.entries(items));
  return {
    values,
    get length() {
      return values.size;
    },
    key: (index: number) => [...values.keys()][index] ?? null,
    getItem: (name: string) => values.get(name) ?? null,
    removeItem: (name: string) => void values.delete(name),
  };
}

const entry = {
  key: "k1",
  project: "courtesies",
  act: { kind: "tag", conversation: "a", expectedVersion: 1, add: [], remove: [] },
  madeAt: 5,
  attempts: 0,
  sent: null,
  state: "waiting",
  conflict: null,
  problem: null,
};

test("entries of an older version move, get their lane, and leave nothing behind but what cannot be read", async () => {
  const from = older({
    "tessera.outbox.amina.k1": JSON.stringify(entry),
    "tessera.outbox.amina.x": "{",
    "tessera.outbox.amina.y": '{"key":1}',
    "tessera.outbox.bilal.k2": JSON.stringify({ ...entry, key: "k2" }),
  });
  const moved: Entry[] = [];
  const to = {
    load: async () => ({ entries: moved, versions: {} }),
    forgetVersions: async () => {},
    commit: async ({ put }: { put: readonly Entry[] }) => {
      moved.push(...put);
      return true;
    },
  };
  await moveOlderEntries(from, to, "amina");
  expect(moved).toEqual([{ ...entry, lane: "a" }]);
  expect([...from.values.keys()]).toEqual([
    "tessera.outbox.amina.x",
    "tessera.outbox.amina.y",
    "tessera.outbox.bilal.k2",
  ]);
});

test("an entry stays where it was when it cannot be stored anew", async () => {
  const from = older({ "tessera.outbox.amina.k1": JSON.stringify(entry) });
  const full = {
    load: async () => ({ entries: [], versions: {} }),
    forgetVersions: async () => {},
    commit: () => Promise.reject(new Error("The disk is full.")),
  };
  await expect(moveOlderEntries(from, full, "amina")).rejects.toThrow("full");
  expect(from.values.size).toBe(1);
});

test("drafts of an older version are found under the names of today", () => {
  const from = older({ "tessera.draft.a.1": '["Text"]', other: "x" });
  const [draft, ...rest] = olderDrafts(from);
  expect([draft?.name, draft?.text, rest.length]).toEqual(["a.1", '["Text"]', 0]);
  draft?.forget();
  expect([...from.values.keys()]).toEqual(["other"]);
});
