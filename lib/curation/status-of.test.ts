import { expect, test } from "vitest";
import { statusOf, type Verdict } from "./status-of.ts";

const verdicts = (kinds: string): Verdict[] =>
  [...kinds].map((kind, person) => ({ person: String(person), kind: kind === "a" ? "accept" : "reject" }));

test.each([
  ["", 1, "pending"],
  ["a", 1, "accepted"],
  ["r", 1, "rejected"],
  ["a", 2, "pending"],
  ["ar", 2, "pending"],
  ["aar", 3, "accepted"],
  ["arr", 3, "rejected"],
  ["arra", 3, "pending"],
  ["aarr", 2, "pending"],
])("verdicts %j with overlap %i are %s", (kinds, overlap, status) => {
  expect(statusOf(verdicts(kinds), overlap)).toBe(status);
});
