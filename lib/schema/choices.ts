/**
 * The closed lists that schemas are made of. Without zod, so that a page can offer a choice without carrying the
 * parser to the browser; each list is told once, here.
 */
export const statuses = ["pending", "accepted", "rejected"] as const;
export const turnRoles = ["system", "user", "assistant"] as const;
/** From least to most. */
export const projectRoles = ["viewer", "annotator", "curator", "admin"] as const;
export const decisionKinds = ["accept", "reject", "skip", "flag"] as const;
/** In the order of the keys 1 to 6. */
export const rejectReasonKeys = ["untrue", "stereotype", "other-culture", "off-question", "language", "harm"] as const;
export const skipReasons = ["not-my-culture"] as const;
export const ratingNames = ["importance", "distinctiveness", "plausibility"] as const;
export const measureNames = ["representativeness", "distinctiveness"] as const;
export const queueOrderNames = ["oldest", "disagreement", "near", "thin", "random"] as const;
export const sortKeys = ["added", "updated", "representativeness", "distinctiveness", "culture", "status"] as const;
export const sortDirections = ["ascending", "descending"] as const;
export const exportFormatNames = ["tessera", "openai-chat", "trl", "sharegpt", "alpaca"] as const;
export const recordShapes = [
  "tessera",
  "openai-chat",
  "trl",
  "sharegpt",
  "alpaca",
  "question-answer",
  "mapped",
] as const;

/** The filters that are a list of choices, and so have facets. */
export const facetNames = [
  "status",
  "culture",
  "topic",
  "tag",
  "language",
  "method",
  "import",
  "reviewer",
  "assignee",
  "scored",
] as const;

/** Equal bins from 0 to 1 that scores are counted in; the last one holds 1 too. */
export const scoreBins = 24;

/** `value` if it is one of `choices`, else null: for what a form or an address holds. */
export function oneOf<Choice extends string>(choices: readonly Choice[], value: unknown): Choice | null {
  return choices.find((choice) => choice === value) ?? null;
}
