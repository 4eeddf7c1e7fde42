import { z } from "zod";
import { decisionKinds, ratingNames, rejectReasonKeys, skipReasons, statuses } from "./choices.ts";
import { Turns } from "./conversation.ts";

/** What one person says of one revision. `flag` asks a curator to look; `skip` leaves it to others. */
export const DecisionKind = z.enum(decisionKinds);
export type DecisionKind = z.infer<typeof DecisionKind>;

/** Why it was rejected: the second key of triage, 1 to 6. */
export const RejectReason = z.enum(rejectReasonKeys);
export type RejectReason = z.infer<typeof RejectReason>;

/** Why it was skipped, where it matters: such items are offered to people of that culture first. */
export const SkipReason = z.enum(skipReasons);
export type SkipReason = z.infer<typeof SkipReason>;

/** What a guideline may ask to be rated, each from 1 to 5. */
export const RatingName = z.enum(ratingNames);
export type RatingName = z.infer<typeof RatingName>;
export const Ratings = z.partialRecord(RatingName, z.int().min(1).max(5));
export type Ratings = z.infer<typeof Ratings>;

/** How the card stood before the person who decided: kept with the decision, to look for bias of place, anchor and haste. */
export const Shown = z.strictObject({
  /** Ids of the conversations side by side, the decided one among them, in the order they were shown. */
  order: z.array(z.uuid()).max(64),
  scoresHidden: z.boolean(),
  culturesHidden: z.boolean(),
  /** From the card's painting to the decision. */
  milliseconds: z.int().min(0).max(86_400_000),
});
export type Shown = z.infer<typeof Shown>;

/** The version the writer saw. A write against another version is refused with the newer text. */
export const ExpectedVersion = z.int32().min(1);

export const DecideInput = z.strictObject({
  project: z.string(),
  conversation: z.uuid(),
  expectedVersion: ExpectedVersion,
  kind: DecisionKind,
  reason: z.union([RejectReason, SkipReason]).nullish(),
  note: z.string().max(2000).nullish(),
  ratings: Ratings.nullish(),
  shown: Shown.nullish(),
});
export type DecideInput = z.infer<typeof DecideInput>;

export const EditInput = z.strictObject({
  project: z.string(),
  conversation: z.uuid(),
  expectedVersion: ExpectedVersion,
  turns: Turns,
  /** Whether the edit is accepted in the same step. */
  accept: z.boolean().default(false),
  /** The writer says that this is another text rather than the same one mended; kept with the revision. */
  rewritten: z.boolean().default(false),
  /** With `accept`: as for a decision. */
  note: z.string().max(2000).nullish(),
  ratings: Ratings.nullish(),
  shown: Shown.nullish(),
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
  status: z.enum(statuses),
  flagged: z.boolean(),
  headRevision: z.int(),
  event: z.int(),
});
export type Written = z.infer<typeof Written>;

export const CommentInput = z.strictObject({
  project: z.string(),
  conversation: z.uuid(),
  body: z.string().trim().min(1).max(4000),
});
export type CommentInput = z.infer<typeof CommentInput>;
