import { formatCount } from "#components/ui/format-count.ts";
import type { DecisionKind, RejectReason, SkipReason } from "#lib/schema/decision.ts";

/** The six reasons in the order of their keys. */
export const reasonWords: readonly { reason: RejectReason; words: string }[] = [
  { reason: "untrue", words: "untrue" },
  { reason: "stereotype", words: "stereotype" },
  { reason: "other-culture", words: "other culture" },
  { reason: "off-question", words: "off the question" },
  { reason: "language", words: "language" },
  { reason: "harm", words: "harm" },
];

/** A reason in words, as histories say it. */
export function reasonOf(reason: RejectReason | SkipReason): string {
  if (reason === "not-my-culture") return "not my culture";
  return reasonWords.find((each) => each.reason === reason)?.words ?? reason;
}

/** What was done, as it is read aloud. */
export const decisionWords: Record<DecisionKind, string> = {
  accept: "Accepted.",
  reject: "Rejected.",
  skip: "Skipped.",
  flag: "Flagged.",
};

/** The past of each decision, for histories. */
export const decidedWords: Record<DecisionKind, string> = {
  accept: "accepted",
  reject: "rejected",
  skip: "skipped",
  flag: "flagged",
};

/** A sentence with how many are left to decide. */
export function withLeft(words: string, left: number | null): string {
  return left === null ? words : `${words} ${formatCount(left)} left.`;
}
