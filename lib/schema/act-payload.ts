import { z } from "zod";
import { Status } from "./conversation.ts";

/** The part of a conversation that acts change: each event holds it before and after, so that a fold restores it. */
export const ConversationState = z.object({
  status: Status,
  flagged: z.boolean(),
  edited: z.boolean(),
  headRevision: z.int(),
  decisionCount: z.int(),
  decidedBy: z.uuid().nullable(),
  /** Who is asked to decide it. Events from before assignment hold none. */
  assignee: z.uuid().nullable().default(null),
});
export type ConversationState = z.infer<typeof ConversationState>;

/** What every act on a conversation leaves in its event: enough to take it back and to fold the state. */
export const ActPayload = z.object({
  decision: z.uuid().nullish(),
  withdrawn: z.array(z.uuid()).default([]),
  added: z.array(z.uuid()).default([]),
  removed: z.array(z.uuid()).default([]),
  before: ConversationState,
  after: ConversationState,
});
