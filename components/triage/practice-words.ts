import type { PracticeAnswer } from "#lib/schema/practice.ts";
import { reasonOf } from "./words.ts";

/** What a careful reader decided, after one's own decision: what to do with it, and why. */
export function practiceLine({ expected, why, agreement }: PracticeAnswer): string {
  const known =
    expected.kind === "accept"
      ? "accept it as it is"
      : expected.kind === "edit"
        ? "mend it, then accept it"
        : `reject it${expected.reason === null ? "" : `: ${reasonOf(expected.reason)}`}`;
  if (agreement === "yes") return `A careful reader agrees. ${why}`;
  if (agreement === "partly" && expected.reason !== null)
    return `A careful reader rejects it too, for another reason: ${reasonOf(expected.reason)}. ${why}`;
  return `A careful reader would ${known}. ${why}`;
}

/** How practice went, in numbers; null before the first decision. */
export function practiceSum(rows: readonly PracticeAnswer[], total: number): string | null {
  if (rows.length === 0) return null;
  const count = (agreement: PracticeAnswer["agreement"]) => rows.filter((row) => row.agreement === agreement).length;
  const partly = count("partly");
  const beside = partly === 0 ? "" : `; ${partly} more you rejected for another reason than theirs`;
  const rest = total > rows.length ? ` ${total - rows.length} of ${total} are not decided yet.` : "";
  return `Of ${rows.length} practice decisions, ${count("yes")} agree with a careful reader${beside}.${rest}`;
}
