import { z } from "zod";
import { Turns } from "./conversation.ts";

/** What one person says of one revision. `flag` asks a curator to look; `skip` leaves it to others. */
export const DecisionKind = z.enum(["accept", "reject", "skip", "flag"]);
export type DecisionKind = z.infer<typeof DecisionKind>;

/** Why it was rejected: the second key of triage, 1 to 6. */
export const RejectReason = z.enum(["untrue", "stereotype", "other-culture", "off-question", "language", "harm"]);
export type RejectReason = z.infer<typeof RejectReason>;

/** The version the writer saw. A write against another version is refused with the newer text. */
export const ExpectedVersion = z.int32().min(1);

export const DecideInput = z.strictObject({
  project: z.string(),
  conversation: z.uuid(),
  expectedVersion: ExpectedVersion,
  kind: DecisionKind,
  reason: RejectReason.nullish(),
  note: z.string().max(2000).nullish(),
});
export type DecideInput = z.infer<typeof DecideInput>;

export const EditInput = z.strictObject({
  project: z.string(),
  conversation: z.uuid(),
  expectedVersion: ExpectedVersion,
  turns: Turns,
  /** Whether the edit is accepted in the same step. */
  accept: z.boolean().default(false),
});
export type EditInput = z.infer<typeof EditInput>;

export const TagInput = z.strictObject({
  project: z.string(),
  conversation: z.uuid(),
  expectedVersion: ExpectedVersion,
  add: z.array(z.uuid()).max(64).default([]),
  remove: z.array(z.uuid()).max(64).default([]),
});
export type TagInput = z.infer<typeof TagInput>;

/** Takes back one's own newest act that is not yet taken back (`undo`), or the newest undo (`redo`). */
export const UndoInput = z.strictObject({
  project: z.string(),
  direction: z.enum(["undo", "redo"]).default("undo"),
  /** A given event instead of the newest; used by the history rail. */
  event: z.int().min(1).nullish(),
});
export type UndoInput = z.infer<typeof UndoInput>;

/** Where a conversation stands after a write. */
export const Written = z.strictObject({
  conversation: z.uuid(),
  version: z.int(),
  status: z.enum(["pending", "accepted", "rejected"]),
  flagged: z.boolean(),
  headRevision: z.int(),
  event: z.int(),
});
export type Written = z.infer<typeof Written>;
