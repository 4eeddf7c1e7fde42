import type { RejectReason } from "#lib/schema/decision.ts";
import type { QuestionName } from "./questions.ts";

/** One answer of one culture to one question of the practice set, with what a careful reader decides about it. */
export interface PracticeAnswer {
  question: QuestionName;
  /** BCP-47; the question is asked in it too. */
  language: string;
  answer: string;
  expected: { kind: "accept" } | { kind: "edit" } | { kind: "reject"; reason: RejectReason };
  /** One sentence, shown after the decision. */
  why: string;
}
