import type { Agreement, PracticeAnswer } from "../schema/practice.ts";

/** How a verdict stands to the one expected. An acceptance after an edit agrees with both acceptance and edit. */
export function agreementOf(decision: PracticeAnswer["decision"], expected: PracticeAnswer["expected"]): Agreement {
  if (expected.kind === "accept") return decision.kind === "accept" ? "yes" : "no";
  if (expected.kind === "edit") return decision.kind === "accept" && decision.edited ? "yes" : "no";
  if (decision.kind !== "reject") return "no";
  return decision.reason === expected.reason ? "yes" : "partly";
}
