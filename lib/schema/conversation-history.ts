import { z } from "zod";
import { Ratings } from "./decision.ts";

/** One thing that was done to a conversation. */
const HistoryRow = z.strictObject({
  /** The number of its event; null for the import that brought it. */
  event: z.int().nullable(),
  /** Who did it; null where that was the operator, or a person who is gone. */
  person: z.string().nullable(),
  /** What was done, to go after the name: “rejected it: Untrue”. */
  what: z.string(),
  note: z.string().nullable(),
  ratings: Ratings.nullable(),
  /** The comment's text, where one was written. */
  comment: z.string().nullable(),
  /** The text that was there afterwards, where it is another than before. */
  revision: z.int().nullable(),
  /** Whether it was taken back since. */
  undone: z.boolean(),
  createdAt: z.string(),
});

/** What was done to one conversation, newest first. `next` goes into `cursor` for the following page; null on the last one. */
export const ConversationHistory = z.strictObject({ rows: z.array(HistoryRow), next: z.string().nullable() });
export type ConversationHistory = z.infer<typeof ConversationHistory>;
