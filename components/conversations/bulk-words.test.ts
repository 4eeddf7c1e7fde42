import { expect, test } from "vitest";
import { actWords, type BulkCounts, effectWords, resultWords } from "./bulk-words.ts";

const counts: BulkCounts = {
  state: "prepared",
  total: 1204,
  done: 0,
  changed: 0,
  same: 0,
  effect: {
    byStatus: [
      { status: "pending", count: 1100 },
      { status: "accepted", count: 17 },
      { status: "rejected", count: 87 },
    ],
    same: 17,
    decidedByOthers: 1,
    flagged: 12,
  },
};
const accept = { kind: "decide", decision: "accept" } as const;

test("the button says what will happen and how much", () => {
  expect(actWords(accept, counts)).toBe("Accept 1\u202f187");
  expect(actWords({ kind: "tag", add: [], remove: ["x"] }, counts)).toBe("Untag 1\u202f187");
  expect(actWords({ kind: "assign", to: null }, counts)).toBe("Unassign 1\u202f187");
});

test("the effect says how the rows stand, and what deserves a second look", () => {
  expect(effectWords(accept, counts)).toEqual([
    "1\u202f204 conversations: 1\u202f100 pending, 17 accepted, 87 rejected.",
    "17 are accepted already.",
    "1 was decided by somebody else.",
    "12 are flagged.",
  ]);
});

test("the result counts what was done and what was left alone", () => {
  expect(resultWords(accept, { ...counts, state: "done", done: 1187, changed: 17 })).toBe(
    "1\u202f187 accepted, 17 changed meanwhile.",
  );
  expect(resultWords(accept, { ...counts, state: "done", done: 1170, changed: 0, same: 17 })).toBe(
    "1\u202f170 accepted, 17 accepted already.",
  );
  expect(resultWords(accept, { ...counts, state: "undone", done: 1180, changed: 7 })).toBe(
    "1\u202f180 taken back, 7 changed meanwhile and left.",
  );
});
