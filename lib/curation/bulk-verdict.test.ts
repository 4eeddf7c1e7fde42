import { expect, test } from "vitest";
import { bulkVerdict } from "./bulk-verdict.ts";

test("the one that is kept is accepted without the reason of the others", () => {
  const act = { decision: "reject", reason: "other-culture", keep: "a" } as const;
  expect(bulkVerdict(act, "a")).toEqual({ kind: "accept", reason: null });
  expect(bulkVerdict(act, "b")).toEqual({ kind: "reject", reason: "other-culture" });
  expect(bulkVerdict({ decision: "accept" }, "b")).toEqual({ kind: "accept", reason: null });
});
