import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Conflict } from "#lib/schema/conversation-view.ts";
import {
  type Act,
  addEntry,
  badgeOf,
  type Entry,
  emptyOutbox,
  isLost,
  keepMine,
  keepTheirs,
  markFailed,
  markSent,
  markThrough,
  markWritten,
  needsPerson,
  newEntry,
  type OutboxState,
  requestOf,
  sendable,
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
  lane: act.kind === "undo" ? null : act.conversation,
});
const nextOf = (state: OutboxState) => sendable(state)[0] ?? null;
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
    expect(nextOf(state)?.key).toBe("k1");
  });

  test("an unsolved entry holds back its own conversation only", () => {
    const state = box(entry("k1", accept(wedding)), entry("k2", tag(wedding)), entry("k3", accept(visit)));
    expect(nextOf(markFailed(state, "k1", { kind: "conflict", conflict }))?.key).toBe("k3");
  });
});

describe("versions", () => {
  test("an act on top of an unsent one expects the version that one led to", () => {
    const state = markWritten(
      box(entry("k1", tag(wedding)), entry("k2", accept(wedding))),
      "k1",
      written(wedding, 2, 90),
    );
    const next = nextOf(state);
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
    const again = nextOf(later);
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
    expect(nextOf(state)?.key).toBe("k1");
    const after = markWritten(state, "k1", written(wedding, 2, 41));
    const next = nextOf(after);
    expect(next && requestOf(after, next)).toEqual({
      path: "/projects/courtesies/undo",
      body: { direction: "undo", event: 41 },
    });
  });

  test("without a named entry takes back the newest act", () => {
    const state = box(entry("k1", undo(null)));
    const next = nextOf(state);
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
    const next = nextOf(again);
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

describe("lanes", () => {
  const keys = (state: OutboxState, busy: string[] = []) => sendable(state, new Set(busy)).map(({ key }) => key);

  test("of each conversation the oldest goes, and nothing overtakes what is on its way", () => {
    const state = box(entry("k1", accept(wedding)), entry("k2", tag(wedding)), entry("k3", accept(visit)));
    expect(keys(state)).toEqual(["k1", "k3"]);
    expect(keys(state, ["k1"])).toEqual(["k3"]);
  });

  test("an undo of the newest act goes alone, after all before it and before all after it", () => {
    const undo: Act = { kind: "undo", direction: "undo", event: null, of: null };
    const state = box(entry("k1", accept(wedding)), entry("k2", undo), entry("k3", accept(visit)));
    expect(keys(state)).toEqual(["k1"]);
    expect(keys(state, ["k1"])).toEqual([]);
    const then = markWritten(state, "k1", written(wedding, 2, 1));
    expect(keys(then)).toEqual(["k2"]);
    expect(keys(then, ["k2"])).toEqual([]);
    expect(keys(markThrough(then, "k2"))).toEqual(["k3"]);
  });

  test("an undo of a known act takes its conversation's lane, also after the act was written", () => {
    const undo: Act = { kind: "undo", direction: "undo", event: null, of: "k1" };
    const before = box(entry("k1", accept(wedding)));
    expect(newEntry(before, "k2", "courtesies", undo, 0).lane).toBe(wedding);
    const after = markWritten(before, "k1", written(wedding, 2, 41));
    const late = newEntry(after, "k2", "courtesies", undo, 0);
    expect(late.lane).toBe(wedding);
    const state = addEntry(after, late);
    expect(state.entries[0]?.act).toMatchObject({ event: 41 });
  });

  test("an undo of nothing known is lost", () => {
    const undo = entry("k2", { kind: "undo", direction: "undo", event: null, of: "k1" });
    expect(isLost(box(undo), undo)).toBe(true);
    expect(isLost(box(entry("k1", accept(wedding)), undo), undo)).toBe(false);
  });

  test("what waits expects the version that the one before led to, written into itself", () => {
    const state = markWritten(
      box(entry("k1", tag(wedding)), entry("k2", accept(wedding))),
      "k1",
      written(wedding, 8, 1),
    );
    expect(state.entries[0]?.act).toMatchObject({ expectedVersion: 8 });
  });
});

test("in every order of answers each conversation's acts go out in the order they were made, once each", () => {
  const made = fc.array(fc.nat(3), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(made, fc.infiniteStream(fc.nat(9)), (places, picks) => {
      let state = box(...places.map((place, at) => entry(`k${at + 1}`, accept(`c${place}`))));
      const flying: Entry[] = [];
      const sent: Entry[] = [];
      const busy = () => new Set(flying.map(({ key }) => key));
      for (let step = 0; step < 400 && state.entries.length > 0; step++) {
        const ready = sendable(state, busy());
        const pick = picks.next().value;
        const next = ready[pick % Math.max(1, ready.length)];
        if (next !== undefined && pick % 2 === 0) {
          flying.push(next);
          sent.push(next);
          state = markSent(state, next.key, requestOf(state, next));
          continue;
        }
        const [landed] = flying.splice(pick % Math.max(1, flying.length), 1);
        if (landed !== undefined) state = markWritten(state, landed.key, written(landed.lane ?? "", step, step));
      }
      expect(state.entries).toEqual([]);
      expect(sent.map(({ key }) => key).toSorted()).toEqual(places.map((_, at) => `k${at + 1}`).toSorted());
      for (const place of [0, 1, 2, 3]) {
        const own = sent.filter(({ lane }) => lane === `c${place}`).map(({ madeAt }) => madeAt);
        expect(own).toEqual(own.toSorted((a, b) => a - b));
      }
    }),
  );
});

describe("badge", () => {
  test("does not call kept what this browser has not stored yet", () => {
    const state = markFailed(box(entry("k1", accept(wedding)), entry("k2", accept(visit))), "k1", {
      kind: "unreachable",
      halt: "offline",
    });
    expect(badgeOf({ ...state, unkept: new Set(["k2"]) })).toEqual({ kind: "offline", count: 1, kept: true });
    expect(badgeOf({ ...state, unkept: new Set(["k1", "k2"]) })).toEqual({ kind: "saving", count: 2, kept: true });
    expect(badgeOf({ ...state, storeless: true })).toEqual({ kind: "offline", count: 2, kept: false });
  });

  test("says nothing when nothing waits", () => {
    expect(badgeOf(emptyOutbox)).toBeNull();
  });

  test("counts what is being saved", () => {
    expect(badgeOf(box(entry("k1", accept(wedding)), entry("k2", accept(visit))))).toEqual({
      kind: "saving",
      count: 2,
      kept: true,
    });
  });

  test("says when the server cannot be reached", () => {
    const state = markFailed(box(entry("k1", accept(wedding))), "k1", { kind: "unreachable", halt: "offline" });
    expect(badgeOf(state)).toEqual({ kind: "offline", count: 1, kept: true });
  });

  test("asks for the person before anything else", () => {
    const state = markFailed(box(entry("k1", accept(wedding)), entry("k2", accept(visit))), "k1", {
      kind: "conflict",
      conflict,
    });
    expect(badgeOf(state)).toEqual({ kind: "needs-you", count: 1, kept: true });
  });
});

describe("comments", () => {
  const said: Act = { kind: "comment", conversation: wedding, body: "Only in Lahore?" };

  test("go out beside a decision that needs the person, and stay when it is let go", () => {
    const first = newEntry(emptyOutbox, "k1", "courtesies", accept(wedding), 1);
    const begun = addEntry(emptyOutbox, first);
    const both = addEntry(begun, newEntry(begun, "k2", "courtesies", said, 2));
    const held = markFailed(both, "k1", { kind: "conflict", conflict });
    expect(sendable(held).map(({ key }) => key)).toEqual(["k2"]);
    expect(keepTheirs(held, "k1").entries.map(({ key }) => key)).toEqual(["k2"]);
    expect(badgeOf(held)).toEqual({ kind: "needs-you", count: 1, kept: true });
  });

  test("carry no version, keep their order among themselves, and are counted while they wait", () => {
    const one = newEntry(emptyOutbox, "k1", "courtesies", said, 1);
    const begun = addEntry(emptyOutbox, one);
    const both = addEntry(begun, newEntry(begun, "k2", "courtesies", said, 2));
    expect(sendable(both).map(({ key }) => key)).toEqual(["k1"]);
    expect(requestOf(both, one)).toEqual({
      path: `/projects/courtesies/conversations/${wedding}/comments`,
      body: { body: "Only in Lahore?" },
    });
    expect(badgeOf(markFailed(both, "k1", { kind: "unreachable", halt: "offline" }))).toMatchObject({
      kind: "offline",
      count: 2,
    });
    expect(takeBack(both, "k1")?.entries.map(({ key }) => key)).toEqual(["k2"]);
  });

  test("an edit says that it is rewritten only when it is", () => {
    const edit: Act = { kind: "edit", conversation: wedding, expectedVersion: 1, turns: [], accept: false };
    const body = (act: Act) => requestOf(emptyOutbox, entry("k1", act)).body;
    expect(body({ ...edit, rewritten: false })).not.toHaveProperty("rewritten");
    expect(body({ ...edit, rewritten: true })).toMatchObject({ rewritten: true });
  });
});
