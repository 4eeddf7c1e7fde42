import { formatCount } from "#components/ui/format-count.ts";
import { plural } from "#components/ui/plural.ts";
import type { BulkAct, BulkView } from "#lib/schema/bulk.ts";

/** Only what the words need. */
export type BulkCounts = Pick<BulkView, "total" | "done" | "changed" | "same" | "state" | "effect">;

/** What the button does: `Accept 1 187`. Rows that are so already are not counted. */
export function actWords(act: BulkAct, { total, effect }: BulkCounts): string {
  const count = formatCount(total - effect.same);
  if (act.kind === "decide" && act.keep != null) return `Accept 1, reject ${formatCount(total - 1)}`;
  if (act.kind === "decide") return `${act.decision === "accept" ? "Accept" : "Reject"} ${count}`;
  if (act.kind === "tag") return `${act.add.length > 0 ? "Tag" : "Untag"} ${count}`;
  return act.to === null ? `Unassign ${count}` : `Assign ${count}`;
}

const doneWords = (act: BulkAct): string => {
  if (act.kind === "decide" && act.keep != null) return "decided: one accepted, the others rejected";
  if (act.kind === "decide") return act.decision === "accept" ? "accepted" : "rejected";
  if (act.kind === "tag") return act.add.length > 0 ? "tagged" : "untagged";
  return act.to === null ? "unassigned" : "assigned";
};

/** What it will do, in sentences: how many stand how now, and what deserves a second look. */
export function effectWords(act: BulkAct, { total, effect }: BulkCounts): string[] {
  const standing = effect.byStatus
    .filter(({ count }) => count > 0)
    .map(({ status, count }) => `${formatCount(count)} ${status}`)
    .join(", ");
  const words = [`${plural(total, "conversation")}: ${standing}.`];
  if (effect.same > 0)
    words.push(`${formatCount(effect.same)} ${effect.same === 1 ? "is" : "are"} ${doneWords(act)} already.`);
  if (act.kind === "decide" && effect.decidedByOthers > 0)
    words.push(
      `${formatCount(effect.decidedByOthers)} ${effect.decidedByOthers === 1 ? "was" : "were"} decided by somebody else.`,
    );
  if (effect.flagged > 0) words.push(`${formatCount(effect.flagged)} ${effect.flagged === 1 ? "is" : "are"} flagged.`);
  return words;
}

/** What became of it: `1 187 accepted, 17 changed meanwhile.` */
export function resultWords(act: BulkAct, { done, changed, same, state }: BulkCounts): string {
  const parts = [
    state === "undone" ? `${formatCount(done)} taken back` : `${formatCount(done)} ${doneWords(act)}`,
    same > 0 && state === "done" ? `${formatCount(same)} ${doneWords(act)} already` : null,
    changed > 0 ? `${formatCount(changed)} changed meanwhile${state === "undone" ? " and left" : ""}` : null,
  ];
  return `${parts.filter((part) => part !== null).join(", ")}.`;
}
