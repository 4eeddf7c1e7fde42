import { expect, test } from "vitest";
import { decisionProblem } from "./decision-problem.ts";

test.each([
  [{ kind: "accept" }, [], null],
  [{ kind: "reject", reason: null }, [], null],
  [{ kind: "reject", reason: "stereotype" }, [], null],
  [{ kind: "skip", reason: "not-my-culture" }, [], null],
  [{ kind: "skip", reason: "untrue" }, [], "a skip may only have the reason not-my-culture"],
  [
    { kind: "reject", reason: "not-my-culture" },
    [],
    "a rejection may only have the reason untrue, stereotype, other-culture, off-question, language or harm",
  ],
  [{ kind: "accept", reason: "untrue" }, [], "an acceptance has no reason"],
  [{ kind: "flag", reason: "not-my-culture" }, [], "a flag has no reason"],
  [{ kind: "accept", ratings: {} }, [], null],
  [{ kind: "accept", ratings: { importance: 3 } }, ["importance"], null],
  [{ kind: "accept", ratings: { importance: 3 } }, [], "this project does not ask for importance or any other rating"],
  [
    { kind: "reject", ratings: { importance: 3, plausibility: 1 } },
    ["importance", "distinctiveness"],
    "this project does not ask for plausibility, only for importance or distinctiveness",
  ],
] as const)("%j where %j is asked", (decision, asked, message) => {
  expect(decisionProblem(decision, asked)?.message ?? null).toBe(message);
});
