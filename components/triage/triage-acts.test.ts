import { describe, expect, test } from "vitest";
import type { Act } from "#components/outbox/outbox-state.ts";
import type { DecisionKind } from "#lib/schema/decision.ts";
import { madeCard } from "./testing/made-card.ts";
import {
  commentCard,
  decideCard,
  editCard,
  leaveUndecided,
  noteAct,
  noteWritten,
  redoAct,
  sittingMarks,
  tagCard,
  undoAct,
  type Verdict,
} from "./triage-acts.ts";
import { currentCard, openCard, receiveCards, startTriage, step, type TriageState } from "./triage-state.ts";

const say = (decision: DecisionKind): Verdict => ({ decision, reason: null, remarks: {} });
const spent = { at: 60_000, milliseconds: 4000 };
const shown = (state: TriageState) => currentCard(state)?.conversation.id;
const started = receiveCards(startTriage([], null), [madeCard("a"), madeCard("b"), madeCard("c")], 10, new Set());

test("an edit makes what siblings in hand were compared with stale, and nothing else of them", () => {
  const scored = (id: string, questionKey: string | null) => {
    const { conversation, siblings } = madeCard(id);
    const measure = { computed: true as const, value: 0.5, percentile: 0.5, interval: null };
    const scores = (["lexical", "siblings"] as const).map((estimator) => ({
      estimator,
      version: "1",
      revision: 1,
      representativeness: measure,
      distinctiveness: measure,
      parts: {},
      stale: false,
      computedAt: "2026-01-01T00:00:00Z",
    }));
    const headline = { value: 0.5, percentile: 0.5, interval: null, stale: false };
    const headlines = { representativeness: headline, distinctiveness: headline };
    return { conversation: { ...conversation, questionKey, scores, ...headlines }, siblings };
  };
  const cards = [scored("a", "q1"), scored("b", "q1"), scored("c", "q2")];
  const state = editCard(
    receiveCards(startTriage([], null), cards, 3, new Set()),
    "k1",
    { turns: [{ role: "user", content: "Anew?" }], rewritten: false },
    true,
  );
  const stale = state.cards.map((card) => card.conversation.scores.map((score) => score.stale));
  expect(stale).toEqual([
    [true, true],
    [false, true],
    [false, false],
  ]);
  // Lists show typicality by wording and distinctiveness by siblings.
  const headlines = state.cards.map(({ conversation: { representativeness, distinctiveness } }) => [
    representativeness?.stale,
    distinctiveness?.stale,
  ]);
  expect(headlines).toEqual(stale);
});

describe("deciding", () => {
  test("shows the next card at once and counts down", () => {
    const state = decideCard(started, "k1", say("accept"));
    expect(shown(state)).toBe("b");
    expect(state.left).toBe(9);
    expect(state.past).toEqual([{ key: "k1", conversation: "a", many: null, mark: "accepted", culture: "Japan" }]);
  });

  test("passes over what was decided already", () => {
    const second = decideCard(step(started, 1), "k1", say("reject"));
    const first = decideCard(step(step(second, -1), -1), "k2", say("skip"));
    expect(shown(first)).toBe("c");
  });

  test("a flag goes on but leaves the count, since it decides nothing", () => {
    const state = decideCard(started, "k1", say("flag"));
    expect(shown(state)).toBe("b");
    expect(state.left).toBe(10);
    expect(state.past.map((each) => each.mark)).toEqual(["flagged"]);
  });

  test("does not count a conversation twice", () => {
    const once = decideCard(started, "k1", say("accept"));
    const again = decideCard(step(once, -1), "k2", say("reject"));
    expect(again.left).toBe(9);
    expect(again.past.map((each) => each.mark)).toEqual(["rejected"]);
  });

  test("keeps the last fifty", () => {
    const ids = Array.from({ length: 52 }, (_, index) => `card-${index}`);
    const full = receiveCards(startTriage([], null), ids.map(madeCard), 52, new Set());
    const all = ids.reduce((state, id) => decideCard(state, id, say("accept")), full);
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
  const decided = noteAct(decideCard(started, "k1", say("accept")), "k1", act, madeCard("a"), spent);

  test("returns to the card as it was and to the count", () => {
    const state = undoAct(decided);
    expect(currentCard(state)).toEqual(madeCard("a"));
    expect(state).toMatchObject({ left: 10, past: [], done: [] });
    expect(shown(decideCard(state, "k2", say("reject")))).toBe("b");
  });

  test("and doing it again goes on once more", () => {
    const again = redoAct(undoAct(decided), "k3");
    expect(shown(again)).toBe("b");
    expect(again.left).toBe(9);
    expect(again.past).toEqual([{ key: "k3", conversation: "a", many: null, mark: "accepted", culture: "Japan" }]);
    expect(undoAct(again).left).toBe(10);
  });

  test("a new act ends what could be done again", () => {
    expect(noteAct(undoAct(decided), "k2", act, madeCard("a"), spent).undone).toEqual([]);
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
    expect(state.past).toEqual([{ key: "event-4", conversation: "x", many: null, mark: "edited", culture: null }]);
    expect(leaveUndecided(state, "x").past).toEqual([]);
  });
});

describe("writing", () => {
  test("an accepted edit goes on, a saved one stays", () => {
    const turns = [{ role: "user" as const, content: "Better" }];
    const saved = editCard(started, "k1", { turns, rewritten: true }, false);
    expect(currentCard(saved)?.conversation).toMatchObject({
      id: "a",
      question: "Better",
      edited: true,
      headRevision: 2,
      revisions: [{ number: 2, rewritten: true }],
    });
    expect(editCard(started, "k1", { turns, rewritten: false }, true).past).toEqual([
      { key: "k1", conversation: "a", many: null, mark: "edited", culture: "Japan" },
    ]);
  });

  test("an edit makes every score stale", () => {
    const computed = { computed: true as const, value: 0.5, percentile: 0.5, interval: null };
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
    expect(
      currentCard(editCard(scored, "k1", { turns: first.conversation.turns, rewritten: false }, false))?.conversation
        .scores[0]?.stale,
    ).toBe(true);
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

test("the card keeps what went with the decision, newest first", () => {
  const remarks = { note: "See line two.", ratings: { importance: 4 } };
  const twice = decideCard(step(decideCard(started, "k1", say("skip")), -1), "k2", {
    decision: "reject",
    reason: "harm",
    remarks,
  });
  const [card] = twice.cards;
  expect(card?.conversation.decisions).toMatchObject([
    { id: "k2", kind: "reject", reason: "harm", ...remarks, mine: true },
    { id: "k1", kind: "skip", note: null, ratings: null },
  ]);
});

test("a flag once more takes the flag off", () => {
  const once = decideCard(started, "k1", say("flag"));
  expect(once.cards[0]?.conversation.flagged).toBe(true);
  expect(decideCard(step(once, -1), "k2", say("flag")).cards[0]?.conversation.flagged).toBe(false);
});

test("comments come and go on a card that is shown or not", () => {
  const comment = { id: "m", body: "So everywhere?", revision: 1, person: "Ada", mine: true, createdAt: "2026-01-01" };
  const said = commentCard(started, "b", (all) => [...all, comment]);
  expect(said.cards[1]?.conversation.comments).toEqual([comment]);
  expect(commentCard(said, "b", () => []).cards[1]?.conversation.comments).toEqual([]);
  expect(commentCard(started, "unknown", () => [comment])).toBe(started);
});
