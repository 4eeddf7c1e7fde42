import { expect, test } from "vitest";
import type { PracticeAnswer } from "#lib/schema/practice.ts";
import { practiceLine, practiceSum } from "./practice-words.ts";

const answer = (agreement: PracticeAnswer["agreement"], expected: PracticeAnswer["expected"]): PracticeAnswer => ({
  conversation: "01a1fb27-4f4f-7000-ad0c-b870da250931",
  decision: { kind: "accept", reason: null, edited: false },
  expected,
  why: "It makes a rule of what some do.",
  agreement,
});

test.each([
  ["yes", { kind: "accept", reason: null }, "A careful reader agrees."],
  ["no", { kind: "accept", reason: null }, "A careful reader would accept it as it is."],
  ["no", { kind: "edit", reason: null }, "A careful reader would mend it, then accept it."],
  ["no", { kind: "reject", reason: "stereotype" }, "A careful reader would reject it: stereotype."],
  [
    "partly",
    { kind: "reject", reason: "other-culture" },
    "A careful reader rejects it too, for another reason: other culture.",
  ],
] as const)("agreement %s with %o", (agreement, expected, words) => {
  expect(practiceLine(answer(agreement, expected))).toBe(`${words} It makes a rule of what some do.`);
});

test("practice ends in numbers", () => {
  const accept = { kind: "accept", reason: null } as const;
  const rows = [answer("yes", accept), answer("partly", accept), answer("no", accept)];
  expect(practiceSum(rows, 64)).toBe(
    "Of 3 practice decisions, 1 agree with a careful reader; 1 more you rejected for another reason than theirs. 61 of 64 are not decided yet.",
  );
  expect(practiceSum([answer("yes", accept)], 1)).toBe("Of 1 practice decisions, 1 agree with a careful reader.");
  expect(practiceSum([], 64)).toBeNull();
});
