import { expect, test } from "vitest";
import { agreementOf } from "./agreement.ts";

const accept = { kind: "accept", reason: null, edited: false } as const;
const edit = { ...accept, edited: true };
const reject = { kind: "reject", reason: "harm", edited: false } as const;

test.each([
  [accept, { kind: "accept", reason: null }, "yes"],
  [edit, { kind: "accept", reason: null }, "yes"],
  [reject, { kind: "accept", reason: null }, "no"],
  [accept, { kind: "edit", reason: null }, "no"],
  [edit, { kind: "edit", reason: null }, "yes"],
  [reject, { kind: "edit", reason: null }, "no"],
  [accept, { kind: "reject", reason: "harm" }, "no"],
  [reject, { kind: "reject", reason: "harm" }, "yes"],
  [reject, { kind: "reject", reason: "untrue" }, "partly"],
  [{ ...reject, reason: null }, { kind: "reject", reason: "untrue" }, "partly"],
] as const)("%j where %j is expected: %s", (decision, expected, agreement) => {
  expect(agreementOf(decision, expected)).toBe(agreement);
});
