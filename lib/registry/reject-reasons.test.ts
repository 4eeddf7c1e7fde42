import { expect, test } from "vitest";
import { RejectReason } from "#lib/schema/decision.ts";
import { rejectReasons } from "./reject-reasons.ts";

test("every reason has its text, in the order of the keys 1 to 6", () => {
  expect(rejectReasons.map((reason) => reason.key)).toEqual(RejectReason.options);
  expect(rejectReasons).toHaveLength(6);
});

test("names differ and every description is one sentence", () => {
  expect(new Set(rejectReasons.map((reason) => reason.name)).size).toBe(rejectReasons.length);
  for (const reason of rejectReasons) expect(reason.description).toMatch(/^[A-Z][^.]*\.$/u);
});
