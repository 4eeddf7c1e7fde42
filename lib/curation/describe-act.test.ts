import { expect, test } from "vitest";
import { type DescribedAct, describeAct } from "./describe-act.ts";

const blank: DescribedAct = {
  kind: "conversation.decided",
  decided: null,
  reason: null,
  before: 1,
  after: 1,
  flagged: false,
  added: [],
  removed: [],
  fileName: null,
  subject: null,
};
const untrue = { ...blank, decided: "reject", reason: "untrue" };

test.each<[string, Partial<DescribedAct>]>([
  ["accepted it", { decided: "accept" }],
  ["rejected it", { decided: "reject" }],
  ["rejected it: Untrue", untrue],
  ["skipped it: not their culture", { decided: "skip", reason: "not-my-culture" }],
  ["flagged it", { decided: "flag" }],
  ["took the flag off", { decided: "flag", flagged: true }],
  ["edited it: revision 3, made from 1", { kind: "conversation.edited", after: 3 }],
  ["edited it: revision 2, made from 1, and accepted it", { kind: "conversation.edited", after: 2, decided: "accept" }],
  ["accepted it", { kind: "conversation.edited", decided: "accept" }],
  ["tagged it “food”, “नमक”", { kind: "conversation.tagged", added: ["food", "नमक"] }],
  ["tagged it “a” and took off “b”", { kind: "conversation.tagged", added: ["a"], removed: ["b"] }],
  ["took back: rejected it: Untrue", { kind: "conversation.undone", subject: untrue }],
  ["did again: rejected it: Untrue", { kind: "conversation.redone", subject: untrue }],
  ["imported it from a.jsonl", { kind: "conversation.imported", fileName: "a.jsonl" }],
  [
    "updated it from a.jsonl to revision 2; it is pending again",
    { kind: "conversation.updated", fileName: "a.jsonl", after: 2 },
  ],
  ["updated it from a.jsonl; it is pending again", { kind: "conversation.updated", fileName: "a.jsonl" }],
  ["changed it", { kind: "conversation.of-a-later-day" }],
])("%s", (words, act) => {
  expect(describeAct({ ...blank, ...act })).toBe(words);
});
