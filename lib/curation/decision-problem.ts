import type { DecisionKind, RatingName, Ratings } from "../schema/decision.ts";
import { RejectReason, SkipReason } from "../schema/decision.ts";

/** What is wrong with a field, in words that go after its name. */
export interface FieldProblem {
  field: "reason" | "ratings";
  message: string;
}

/**
 * Whether the parts of a decision belong together: a rejection may have one of its reasons, a skip only that it is not the
 * person's culture, and nothing is rated that the project's guideline does not ask for. Null when they do.
 */
export function decisionProblem(
  decision: { kind: DecisionKind; reason?: string | null | undefined; ratings?: Ratings | null | undefined },
  asked: readonly RatingName[],
): FieldProblem | null {
  const { kind, reason, ratings } = decision;
  if (reason != null) {
    const reasons: readonly string[] =
      kind === "reject" ? RejectReason.options : kind === "skip" ? SkipReason.options : [];
    if (!reasons.includes(reason)) {
      const allowed = reasons.length === 0 ? "has no reason" : `may only have the reason ${listed(reasons)}`;
      return { field: "reason", message: `${nouns[kind]} ${allowed}` };
    }
  }
  const extra = Object.keys(ratings ?? {}).find((name) => !asked.some((rating) => rating === name));
  if (extra === undefined) return null;
  return {
    field: "ratings",
    message: `this project does not ask for ${extra}${asked.length === 0 ? " or any other rating" : `, only for ${listed(asked)}`}`,
  };
}

const nouns: Record<DecisionKind, string> = {
  accept: "an acceptance",
  reject: "a rejection",
  skip: "a skip",
  flag: "a flag",
};

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
