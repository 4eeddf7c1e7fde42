import { z } from "zod";
import { ActPayload } from "./act-payload.ts";
import { DecisionKind, Ratings, RejectReason, Shown, SkipReason } from "./decision.ts";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One batch of an import: conversations that it made, with hashes over what they were made of. */
export const ImportedPayload = z.object({
  import: z.uuid(),
  count: z.int().min(1),
  firstId: z.uuid(),
  lastId: z.uuid(),
  /** SHA-256 over `id:sha256` of each first text, in the order of the ids, joined by line feeds. */
  digest: Sha256,
  /** SHA-256 over `id:facts` in the same way, where facts are the fields that lie beside the text. */
  factsDigest: Sha256,
  /** Pairs of conversation and tag. */
  tagged: z.array(z.tuple([z.uuid(), z.uuid()])).default([]),
});
export type ImportedPayload = z.infer<typeof ImportedPayload>;

/** Conversations that items of a run made, with the same hashes. */
export const MadePayload = z.object({
  run: z.uuid(),
  count: z.int().min(1),
  ids: z.array(z.uuid()).min(1),
  digest: Sha256,
  factsDigest: Sha256,
});
export type MadePayload = z.infer<typeof MadePayload>;

/** A decision, a new text, tags, an undo or a redo. Which fields are there depends on the kind. */
export const ConversationEventPayload = ActPayload.extend({
  decided: DecisionKind.nullish(),
  reason: z.union([RejectReason, SkipReason]).nullish(),
  note: z.string().nullish(),
  ratings: Ratings.nullish(),
  shown: Shown.nullish(),
  /** The text that is the head after the event; new unless it is the head from before. */
  revision: z.int().nullish(),
  sha256: Sha256.nullish(),
  /** Of an update by an import: the fields beside the text, as JSON texts. */
  facts: z.object({ before: z.string(), after: z.string() }).nullish(),
});
export type ConversationEventPayload = z.infer<typeof ConversationEventPayload>;

/** A comment that was written. */
export const CommentedPayload = z.object({ comment: z.uuid(), revision: z.int(), body: z.string() });
/** A comment that was withdrawn, or stands again. */
export const CommentMovedPayload = z.object({ comment: z.uuid() });

/** A tag that went into another: what carried the first carries the second. */
export const MergedPayload = z.object({ id: z.uuid(), into: z.uuid() });
