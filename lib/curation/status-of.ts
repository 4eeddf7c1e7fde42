import type { Status } from "#lib/schema/conversation.ts";

/** A verdict that counts: the newest of one person, not taken back. */
export interface Verdict {
  person: string;
  kind: "accept" | "reject";
}

/**
 * The status that follows from the verdicts on a conversation. It stays pending until `overlap` people have decided; then
 * the majority counts, and a tie waits for another voice. O(verdicts).
 * @example statusOf([{ person: "a", kind: "accept" }], 1) // => "accepted"
 */
export function statusOf(verdicts: readonly Verdict[], overlap: number): Status {
  if (verdicts.length < overlap) return "pending";
  const accepts = verdicts.filter((verdict) => verdict.kind === "accept").length;
  const rejects = verdicts.length - accepts;
  if (accepts === rejects) return "pending";
  return accepts > rejects ? "accepted" : "rejected";
}
