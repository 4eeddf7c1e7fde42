import { describe, expect, test } from "vitest";
import type { Conflict } from "#lib/schema/conversation-view.ts";
import {
  type Act,
  addEntry,
  badgeOf,
  type Entry,
  emptyOutbox,
  keepMine,
  keepTheirs,
  markFailed,
  markSent,
  markWritten,
  needsPerson,
  nextEntry,
  type OutboxState,
  requestOf,
  takeBack,
} from "./outbox-state.ts";

const wedding = "0190a000-0000-7000-8000-00000000000a";
const visit = "0190a000-0000-7000-8000-00000000000b";
const accept = (conversation: string, expectedVersion = 1): Act & { kind: "decide" } => ({
  kind: "decide",
  conversation,
  expectedVersion,
  decision: "accept",
  reason: null,
  seen: { turns: [{ role: "user", content: "Mine" }], status: "pending" },
});
const tag = (conversation: string): Act => ({ kind: "tag", conversation, expectedVersion: 1, add: ["t"], remove: [] });
const entry = (key: string, act: Act, madeAt = Number(key.slice(1))): Entry => ({
  key,
  project: "courtesies",
  act,
  madeAt,
  attempts: 0,
  sent: null,
  state: "waiting",
  conflict: null,
  problem: null,
});
const box = (...entries: Entry[]): OutboxState => entries.reduce(addEntry, emptyOutbox);
const written = (conversation: string, version: number, event: number) => ({
  conversation,
  version,
  status: "accepted" as const,
  flagged: false,
  headRevision: 1,
  event,
});
const conflict: Conflict = {
  version: 7,
  status: "rejected",
  turns: [{ role: "user", content: "Theirs" }],
  changedBy: "Amina",
  changedAt: "2026-01-01T00:00:00Z",
  draft: null,
};

describe("order", () => {
  test("is the order in which things were done, also after a reload in any order", () => {
    const state = box(entry("k2", accept(visit)), entry("k1", accept(wedding)));
    expect(state.entries.map((each) => each.key)).toEqual(["k1", "k2"]);
    expect(nextEntry(state)?.key).toBe("k1");
  });

  test("an unsolved entry holds back its own conversation only", () => {
    const state = box(entry("k1", accept(wedding)), entry("k2", tag(wedding)), entry("k3", accept(visit)));
    expect(nextEntry(markFailed(state, "k1", { kind: "conflict", conflict }))?.key).toBe("k3");
  });
});

describe("versions", () => {
  test("an act on top of an unsent one expects the version that one led to", () => {
    const state = markWritten(
      box(entry("k1", tag(wedding)), entry("k2", accept(wedding))),
      "k1",
      written(wedding, 2, 90),
    );
    const next = nextEntry(state);
    expect(next && requestOf(state, next)).toEqual({
      path: `/projects/courtesies/conversations/${wedding}/decisions`,
      body: { expectedVersion: 2, kind: "accept" },
    });
  });

  test("a retry repeats what was first sent, whatever was learnt since", () => {
    const first = box(entry("k1", accept(wedding)));
    const [made] = first.entries;
    if (made === undefined) throw new Error("the outbox is empty");
    const sent = markSent(first, "k1", requestOf(first, made));
    const later = { ...sent, versions: { [wedding]: 9 } };
    const again = nextEntry(later);
    expect(again && requestOf(later, again).body).toEqual({ expectedVersion: 1, kind: "accept" });
  });

  test("what goes with a decision is sent beside the verdict", () => {
    const shown = { order: [wedding, visit], scoresHidden: true, culturesHidden: false, milliseconds: 4200 };
    const remarks = { note: "See line two.", ratings: { importance: 4 }, shown };
    const decided: Act = { ...accept(wedding), decision: "skip", reason: "not-my-culture", remarks };
    expect(requestOf(emptyOutbox, entry("k1", decided)).body).toEqual({
      expectedVersion: 1,
      kind: "skip",
      reason: "not-my-culture",
      ...remarks,
    });
    const turns = [{ role: "user" as const, content: "Mine" }];
    const edited: Act = { kind: "edit", conversation: wedding, expectedVersion: 1, turns, accept: true, remarks };
    expect(requestOf(emptyOutbox, entry("k2", edited)).body).toMatchObject({ accept: true, ...remarks });
  });
});

describe("undo", () => {
  const undo = (of: string | null): Act => ({ kind: "undo", direction: "undo", event: null, of });

  test("of an unsent entry takes it out", () => {
    expect(takeBack(box(entry("k1", accept(wedding))), "k1")?.entries).toEqual([]);
  });

  test("of a sent entry has to ask the server", () => {
    const state = markSent(box(entry("k1", accept(wedding))), "k1", { path: "/", body: {} });
    expect(takeBack(state, "k1")).toBeNull();
  });

  test("waits for the entry it undoes and then names its event", () => {
    const state = box(entry("k1", accept(wedding)), entry("k2", undo("k1")));
    expect(nextEntry(state)?.key).toBe("k1");
    const after = markWritten(state, "k1", written(wedding, 2, 41));
    const next = nextEntry(after);
    expect(next && requestOf(after, next)).toEqual({
      path: "/projects/courtesies/undo",
      body: { direction: "undo", event: 41 },
    });
  });

  test("without a named entry takes back the newest act", () => {
    const state = box(entry("k1", undo(null)));
    const next = nextEntry(state);
    expect(next && requestOf(state, next).body).toEqual({ direction: "undo" });
  });

  test("that the server refuses is let go", () => {
    expect(
      markFailed(box(entry("k1", undo(null))), "k1", { kind: "refused", problem: "Nothing to undo." }).entries,
    ).toEqual([]);
  });
});

describe("conflict", () => {
  const state = markFailed(
    box(entry("k1", accept(wedding)), entry("k2", tag(wedding)), entry("k3", accept(visit))),
    "k1",
    {
      kind: "conflict",
      conflict,
    },
  );

  test("keeping theirs lets go of what was built on the lost text", () => {
    expect(keepTheirs(state, "k1").entries.map((each) => each.key)).toEqual(["k3"]);
  });

  test("keeping mine sends it again under a new key on top of theirs", () => {
    const again = keepMine(state, "k1", "k9");
    const next = nextEntry(again);
    expect(next?.key).toBe("k9");
    expect(next && requestOf(again, next).body).toEqual({ expectedVersion: 7, kind: "accept" });
  });
});

describe("a conflict needs a person", () => {
  const seen = { ...conflict, status: "pending" as const, turns: [{ role: "user" as const, content: "Mine" }] };

  test("when the text or the status is another", () => {
    expect(needsPerson(accept(wedding), conflict)).toBe(true);
    expect(needsPerson(accept(wedding), { ...seen, status: "rejected" })).toBe(true);
    const edit: Act = {
      kind: "edit",
      conversation: wedding,
      expectedVersion: 1,
      turns: [{ role: "user", content: "New" }],
      accept: true,
    };
    expect(needsPerson(edit, seen)).toBe(true);
  });

  test("but not for a tag, nor when what was judged is unchanged", () => {
    expect(needsPerson(tag(wedding), conflict)).toBe(false);
    expect(needsPerson(accept(wedding), seen)).toBe(false);
  });
});

describe("badge", () => {
  test("says nothing when nothing waits", () => {
    expect(badgeOf(emptyOutbox)).toBeNull();
  });

  test("counts what is being saved", () => {
    expect(badgeOf(box(entry("k1", accept(wedding)), entry("k2", accept(visit))))).toEqual({
      kind: "saving",
      count: 2,
    });
  });

  test("says when the server cannot be reached", () => {
    const state = markFailed(box(entry("k1", accept(wedding))), "k1", { kind: "unreachable" });
    expect(badgeOf(state)).toEqual({ kind: "offline", count: 1 });
  });

  test("asks for the person before anything else", () => {
    const state = markFailed(box(entry("k1", accept(wedding)), entry("k2", accept(visit))), "k1", {
      kind: "conflict",
      conflict,
    });
    expect(badgeOf(state)).toEqual({ kind: "needs-you", count: 1 });
  });
});
