import type { BulkAct } from "#lib/schema/bulk.ts";

/** What a deciding act on many says of one conversation of its set: the one that is kept is accepted, whatever the others get. */
export function bulkVerdict(
  act: Pick<BulkAct & { kind: "decide" }, "decision" | "reason" | "keep">,
  conversation: string,
): { kind: "accept" | "reject"; reason: string | null } {
  if (act.keep === conversation) return { kind: "accept", reason: null };
  return { kind: act.decision, reason: act.reason ?? null };
}
