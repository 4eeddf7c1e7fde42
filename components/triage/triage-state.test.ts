import { describe, expect, test } from "vitest";
import type { Act } from "#components/outbox/outbox-state.ts";
import type { TriageCard } from "#lib/schema/conversation-view.ts";
import {
  cardsWanted,
  currentCard,
  decideCard,
  editCard,
  leaveUndecided,
  noteAct,
  noteWritten,
  openCard,
  receiveCards,
  redoAct,
  sittingMarks,
  startTriage,
  step,
  type TriageState,
  tagCard,
  undoAct,
} from "./triage-state.ts";

function card(id: string): TriageCard {
  return {
    conversation: {
      id,
      externalId: null,
      culture: { code: "jp", name: "Japan", endonym: "日本", language: "ja" },
      topic: null,
      language: "ja",
      question: `Question ${id}`,
      questionKey: null,
      source: null,
      method: null,
      status: "pending",
      edited: false,
      flagged: false,
      version: 1,
      representativeness: null,
      distinctiveness: null,
      unscored: { representativeness: null, distinctiveness: null },
      decidedBy: null,
      assignee: null,
      updatedAt: "2026-01-01T00:00:00Z",
      turns: [{ role: "user", content: `Question ${id}` }],
      headRevision: 1,
      revisions: [],
      tags: [],
      scores: [],
      decisions: [],
      comments: [],
      crowd: { representativeness: [], distinctiveness: [] },
      metadata: {},
    },
    siblings: [],
  };
}

const shown = (state: TriageState) => currentCard(state)?.conversation.id;
const started = receiveCards(startTriage([], null), [card("a"), card("b"), card("c")], 10, new Set());

describe("the queue", () => {
  test("asks for cards so that three lie ahead of the one shown", () => {
    expect(cardsWanted(startTriage([], null))).toBe(4);
    expect(cardsWanted(started)).toBe(1);
    expect(cardsWanted(receiveCards(started, [card("d")], 10, new Set()))).toBe(0);
  });

  test("ends when an answer brings nothing new", () => {
    const ended = receiveCards(started, [card("a")], 0, new Set());
    expect(ended.exhausted).toBe(true);
    expect(cardsWanted(ended)).toBe(0);
  });

  test("corrects a count that the server made before it knew of a decision", () => {
    const decided = decideCard(started, "k1", "accept", null);
    expect(receiveCards(decided, [card("d")], 10, new Set()).left).toBe(9);
    expect(receiveCards(decided, [card("d")], 9, new Set(["a"])).left).toBe(9);
  });

  test("keeps its own count while a decision is on its way", () => {
    const decided = decideCard(started, "k1", "accept", null);
    expect(receiveCards(decided, [card("d")], 10, null).left).toBe(9);
    expect(receiveCards(startTriage([], null), [card("d")], 10, null).left).toBe(10);
  });
});

describe("deciding", () => {
  test("shows the next card at once and counts down", () => {
    const state = decideCard(started, "k1", "accept", null);
    expect(shown(state)).toBe("b");
    expect(state.left).toBe(9);
    expect(state.past).toEqual([{ key: "k1", conversation: "a", mark: "accepted" }]);
  });

  test("passes over what was decided already", () => {
    const second = decideCard(step(started, 1), "k1", "reject", "untrue");
    const first = decideCard(step(step(second, -1), -1), "k2", "skip", null);
    expect(shown(first)).toBe("c");
  });

  test("a flag goes on but leaves the count, since it decides nothing", () => {
    const state = decideCard(started, "k1", "flag", null);
    expect(shown(state)).toBe("b");
    expect(state.left).toBe(10);
    expect(state.past.map((each) => each.mark)).toEqual(["flagged"]);
  });

  test("does not count a conversation twice", () => {
    const once = decideCard(started, "k1", "accept", null);
    const again = decideCard(step(once, -1), "k2", "reject", null);
    expect(again.left).toBe(9);
    expect(again.past.map((each) => each.mark)).toEqual(["rejected"]);
  });

  test("keeps the last ten", () => {
    const ids = Array.from({ length: 12 }, (_, index) => `card-${index}`);
    const full = receiveCards(startTriage([], null), ids.map(card), 12, new Set());
    const all = ids.reduce((state, id) => decideCard(state, id, "accept", null), full);
    expect(all.past.map((each) => each.conversation)).toEqual(ids.slice(2));
    expect(all.left).toBe(0);
    expect(currentCard(all)).toBeNull();
  });
});

describe("taking back", () => {
  const act: Act = {
    kind: "decide",
    conversation: "a",
    expectedVersion: 1,
    decision: "accept",
    reason: null,
    seen: { turns: [], status: "pending" },
  };
  const decided = noteAct(decideCard(started, "k1", "accept", null), "k1", act, card("a"));

  test("returns to the card as it was and to the count", () => {
    const state = undoAct(decided);
    expect(currentCard(state)).toEqual(card("a"));
    expect(state).toMatchObject({ left: 10, past: [], done: [] });
    expect(shown(decideCard(state, "k2", "reject", null))).toBe("b");
  });

  test("and doing it again goes on once more", () => {
    const again = redoAct(undoAct(decided), "k3");
    expect(shown(again)).toBe("b");
    expect(again.left).toBe(9);
    expect(again.past).toEqual([{ key: "k3", conversation: "a", mark: "accepted" }]);
    expect(undoAct(again).left).toBe(10);
  });

  test("a new act ends what could be done again", () => {
    expect(noteAct(undoAct(decided), "k2", act, card("a")).undone).toEqual([]);
  });

  test("the sitting tells how each conversation was decided, those taken back left out", () => {
    expect(sittingMarks(decided)).toEqual(["accepted"]);
    expect(sittingMarks(undoAct(decided))).toEqual([]);
  });

  test("stops at the first act", () => {
    expect(undoAct(started)).toBe(started);
    expect(redoAct(started, "k1")).toBe(started);
  });

  test("of an act from before the page was opened leaves the rail", () => {
    const entry = {
      event: 4,
      conversation: "x",
      kind: "conversation.edited",
      decision: "accept" as const,
      undone: false,
      createdAt: "",
    };
    const state = startTriage([entry], null);
    expect(state.past).toEqual([{ key: "event-4", conversation: "x", mark: "edited" }]);
    expect(leaveUndecided(state, "x").past).toEqual([]);
  });
});

describe("looking round", () => {
  test("stays at the first card and goes one past the last", () => {
    expect(shown(step(started, -1))).toBe("a");
    expect(shown(step(step(step(step(started, 1), 1), 1), 1))).toBeUndefined();
  });

  test("opens a conversation that is not in the queue without losing one that is", () => {
    const opened = openCard(started, card("x"));
    expect(shown(opened)).toBe("x");
    expect(opened.cards.map((each) => each.conversation.id)).toEqual(["x", "a", "b", "c"]);
    expect(shown(openCard(started, card("c")))).toBe("c");
  });
});

describe("writing", () => {
  test("an accepted edit goes on, a saved one stays", () => {
    const turns = [{ role: "user" as const, content: "Better" }];
    const saved = editCard(started, "k1", turns, false);
    expect(currentCard(saved)?.conversation).toMatchObject({
      id: "a",
      question: "Better",
      edited: true,
      headRevision: 2,
    });
    expect(editCard(started, "k1", turns, true).past).toEqual([{ key: "k1", conversation: "a", mark: "edited" }]);
  });

  test("an edit makes every score stale", () => {
    const computed = { computed: true as const, value: 0.5, percentile: 0.5 };
    const [first] = started.cards;
    if (first === undefined) throw new Error("there is no card");
    const score = {
      estimator: "lexical" as const,
      version: "1",
      revision: 1,
      representativeness: computed,
      distinctiveness: computed,
      parts: {},
      stale: false,
      computedAt: "2026-01-01T00:00:00Z",
    };
    const scored = openCard(started, { ...first, conversation: { ...first.conversation, scores: [score] } });
    expect(currentCard(editCard(scored, "k1", first.conversation.turns, false))?.conversation.scores[0]?.stale).toBe(
      true,
    );
  });

  test("a tag comes and goes", () => {
    const tag = { id: "t", key: "norm", name: "Norm", path: "Facet / Norm", kind: "facet" as const };
    const tagged = tagCard(started, tag, true);
    expect(currentCard(tagged)?.conversation.tags).toEqual([tag]);
    expect(currentCard(tagCard(tagged, tag, false))?.conversation.tags).toEqual([]);
  });

  test("takes over what the server says", () => {
    const written = {
      conversation: "a",
      version: 4,
      status: "accepted" as const,
      flagged: true,
      headRevision: 2,
      event: 9,
    };
    expect(currentCard(noteWritten(started, written))?.conversation).toMatchObject({
      version: 4,
      flagged: true,
      status: "accepted",
    });
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
    { key: "event-1", conversation: "c1", mark: "skipped" },
    { key: "event-4", conversation: "c4", mark: "accepted" },
  ]);
});
