import { expect, test } from "vitest";
import type { Act } from "#components/outbox/outbox-state.ts";
import { nothingLearnt, readLearnt, usedIn, writeLearnt } from "./practice-lessons.ts";
import { madeCard } from "./testing/made-card.ts";
import { decideCard, noteAct, undoAct } from "./triage-acts.ts";
import { receiveCards, startTriage, step, type TriageState } from "./triage-state.ts";

test("what was learnt is kept as words, and unknown words are let go", () => {
  const learnt = { used: ["accept", "undo"], hidden: true } as const;
  expect(readLearnt(writeLearnt(learnt))).toEqual(learnt);
  expect(readLearnt("shown tag dance accept tag")).toEqual({ used: ["accept", "tag"], hidden: false });
  expect(readLearnt(null)).toEqual(nothingLearnt);
  expect(readLearnt("{}")).toEqual(nothingLearnt);
});

const started = receiveCards(startTriage([], null), [madeCard("a"), madeCard("b"), madeCard("c")], 10, new Set());
const spent = { at: 60_000, milliseconds: 4000 };
const decide = (state: TriageState, conversation: string, decision: "accept" | "reject" | "flag") => {
  const act: Act = {
    kind: "decide",
    conversation,
    expectedVersion: 1,
    decision,
    reason: null,
    seen: { turns: [], status: "pending" },
  };
  const after = decideCard(state, conversation, { decision, reason: null, remarks: {} });
  return noteAct(after, conversation, act, madeCard(conversation), spent);
};

test("a lesson is used once its act was made, or its card was left without one", () => {
  expect(usedIn(started)).toEqual([]);
  expect(usedIn(decide(started, "a", "accept"))).toEqual(["accept"]);
  expect(usedIn(decide(decide(started, "a", "accept"), "b", "reject"))).toEqual(["accept", "reject"]);
  expect(usedIn(undoAct(decide(started, "a", "accept")))).toEqual(["accept", "undo"]);
  expect(usedIn(step(started, 1))).toEqual(["next"]);
  expect(usedIn(step(undoAct(decide(started, "a", "accept")), 1))).toEqual(["accept", "undo", "next"]);
  // A flag goes on to the next card by itself.
  expect(usedIn(decide(started, "a", "flag"))).toEqual([]);
});
