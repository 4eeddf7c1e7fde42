import { describe, expect, test } from "vitest";
import type { DecisionKind } from "#lib/schema/decision.ts";
import { madeCard } from "./testing/made-card.ts";
import { decideCard, type Verdict } from "./triage-acts.ts";
import {
  cardsHeld,
  cardsWanted,
  currentCard,
  followingPosition,
  holdsAll,
  openCard,
  receiveCards,
  receiveCount,
  returnTo,
  startTriage,
  step,
  type TriageState,
  turnMany,
} from "./triage-state.ts";

const say = (decision: DecisionKind): Verdict => ({ decision, reason: null, remarks: {} });
const shown = (state: TriageState) => currentCard(state)?.conversation.id;
const started = receiveCards(startTriage([], null), [madeCard("a"), madeCard("b"), madeCard("c")], 10, new Set());

describe("the queue", () => {
  test("asks for cards so that three lie ahead of the one shown", () => {
    expect(cardsWanted(startTriage([], null))).toBe(4);
    expect(cardsWanted(started)).toBe(1);
    expect(cardsWanted(receiveCards(started, [madeCard("d")], 10, new Set()))).toBe(0);
  });

  test("ends when an answer brings nothing new", () => {
    const ended = receiveCards(started, [madeCard("a")], 0, new Set());
    expect(ended.exhausted).toBe(true);
    expect(cardsWanted(ended)).toBe(0);
  });

  test("tells an answer of cards in hand from one that brings another", () => {
    expect(holdsAll(started, [madeCard("c"), madeCard("a")])).toBe(true);
    expect(holdsAll(started, [madeCard("c"), madeCard("d")])).toBe(false);
  });

  test("corrects a count that the server made before it knew of a decision", () => {
    const decided = decideCard(started, "k1", say("accept"));
    expect(receiveCards(decided, [madeCard("d")], 10, new Set()).left).toBe(9);
    expect(receiveCards(decided, [madeCard("d")], 9, new Set(["a"])).left).toBe(9);
  });

  test("keeps its own count while a decision is on its way", () => {
    const decided = decideCard(started, "k1", say("accept"));
    expect(receiveCards(decided, [madeCard("d")], 10, null).left).toBe(9);
    expect(receiveCards(startTriage([], null), [madeCard("d")], 10, null).left).toBe(10);
  });
});

describe("looking round", () => {
  test("stays at the first card and goes one past the last", () => {
    expect(shown(step(started, -1))).toBe("a");
    expect(shown(step(step(step(step(started, 1), 1), 1), 1))).toBeUndefined();
  });

  test("goes back to a card that another one came in front of", () => {
    const opened = openCard(started, madeCard("x"));
    expect(shown(returnTo(opened, "a"))).toBe("a");
    expect(returnTo(opened, "x")).toBe(opened);
    expect(returnTo(opened, "never met")).toBe(opened);
  });

  test("opens a conversation that is not in the queue without losing one that is", () => {
    const opened = openCard(started, madeCard("x"));
    expect(shown(opened)).toBe("x");
    expect(opened.cards.map((each) => each.conversation.id)).toEqual(["x", "a", "b", "c"]);
    expect(shown(openCard(started, madeCard("c")))).toBe("c");
  });
});

test("the rail starts from one's own earlier decisions, oldest first, without those taken back", () => {
  const entry = (event: number, decision: "accept" | "skip" | null, undone = false) => ({
    event,
    conversation: `c${event}`,
    kind: "decision",
    decision,
    undone,
    createdAt: "2026-01-01T00:00:00Z",
  });
  const state = startTriage([entry(4, "accept"), entry(3, null), entry(2, "accept", true), entry(1, "skip")], null);
  expect(state.past).toEqual([
    { key: "event-1", conversation: "c1", many: null, mark: "skipped", culture: null },
    { key: "event-4", conversation: "c4", many: null, mark: "accepted", culture: null },
  ]);
});

test("what follows passes over what was decided", () => {
  const decided = decideCard(step(started, 1), "k1", say("accept"));
  expect(shown(step(decided, -1))).toBe("b");
  expect(followingPosition(step(step(decided, -1), -1))).toBe(2);
});

test("a claim is kept on what is still to be decided here, and renewing it brings the count alone", () => {
  const state = decideCard(started, "k1", say("accept"));
  expect(cardsHeld(state)).toEqual(["b", "c"]);
  expect(receiveCount(state, 9, new Set(["a"]))).toEqual({ ...state, left: 9 });
  expect(receiveCount(state, 10, null)).toEqual(state);
  // Decided while the question was under way: whether the server's count holds it cannot be told.
  expect(receiveCount(state, 8, new Set())).toEqual(state);
  expect(receiveCount(state, 7, new Set(["a"])).exhausted).toBe(false);
});

test("the rail holds a conversation once, as it was decided last", () => {
  const entry = { conversation: "x", kind: "decision", undone: false, createdAt: "" };
  const acts = [
    { ...entry, event: 2, decision: "accept" as const },
    { ...entry, event: 1, decision: "flag" as const },
  ];
  expect(startTriage(acts, null).past.map(({ key, mark }) => [key, mark])).toEqual([["event-2", "accepted"]]);
});

test("an act on many is one step of the rail, which goes when it is taken back and comes again", () => {
  const act = { kind: "decide" as const, decision: "accept" as const };
  const bulk = { id: "01a1fb27-4f4f-7000-ad0c-b870da250931", act, done: 1187 };
  const entry = {
    event: 9,
    conversation: null,
    bulk,
    kind: "bulk.started",
    decision: null,
    undone: false,
    createdAt: "",
  };
  const state = startTriage([entry], null);
  const many = {
    key: `bulk-${bulk.id}`,
    conversation: null,
    many: "1\u202f187 accepted",
    mark: "accepted",
    culture: null,
  };
  expect(state.past).toEqual([many]);
  expect(turnMany(state, bulk, false).past).toEqual([]);
  expect(turnMany(turnMany(state, bulk, false), bulk, true).past).toEqual([many]);
  const tagged = { ...bulk, act: { kind: "tag" as const, add: [], remove: [] } };
  expect(startTriage([{ ...entry, bulk: tagged }], null).past[0]).toMatchObject({
    many: "1\u202f187 tagged",
    mark: "waiting",
  });
});
