import { z } from "zod";
import { ConversationState } from "./act-payload.ts";
import { Status } from "./conversation.ts";
import { ConversationFilter } from "./conversation-search.ts";
import { ExpectedVersion, RejectReason, Written } from "./decision.ts";

/** What is done to each conversation of a set. */
export const BulkAct = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("decide"),
    decision: z.enum(["accept", "reject"]),
    reason: RejectReason.nullish(),
    note: z.string().max(2000).nullish(),
    /** Of a rejection: the one of its set that is accepted instead, as of copies one is kept. */
    keep: z.uuid().nullish(),
  }),
  z.strictObject({
    kind: z.literal("tag"),
    add: z.array(z.uuid()).max(64).default([]),
    remove: z.array(z.uuid()).max(64).default([]),
  }),
  z.strictObject({ kind: z.literal("assign"), to: z.uuid().nullable() }),
]);
export type BulkAct = z.infer<typeof BulkAct>;

/** The set: rows as they were seen, or all that match a filter, which is frozen with its versions when it is prepared. */
export const BulkSet = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rows"),
    rows: z
      .array(z.strictObject({ id: z.uuid(), version: ExpectedVersion }))
      .min(1)
      .max(2000),
  }),
  z.strictObject({
    kind: z.literal("matching"),
    filter: ConversationFilter,
    /** Rows taken out of the set again by hand. */
    except: z.array(z.uuid()).max(2000).default([]),
  }),
]);
export type BulkSet = z.infer<typeof BulkSet>;

export const PrepareBulkInput = z.strictObject({ project: z.string(), set: BulkSet, act: BulkAct });

/**
 * `prepared`: the set is frozen and its effect counted, nothing has changed. `running` until every row has its outcome.
 * `undoing` and `redoing` walk the same rows again.
 */
export const BulkState = z.enum(["prepared", "running", "done", "undoing", "undone", "redoing"]);
export type BulkState = z.infer<typeof BulkState>;

export const BulkView = z.strictObject({
  id: z.uuid(),
  act: BulkAct,
  state: BulkState,
  /** How many rows the set has; done + changed + same adds up to it once it has run. */
  total: z.int(),
  /** Rows that the act changed. */
  done: z.int(),
  /** Rows left alone because somebody had changed them since. */
  changed: z.int(),
  /** Rows that were already as the act would make them. */
  same: z.int(),
  /** What it will do, counted when it was prepared. */
  effect: z.strictObject({
    byStatus: z.array(z.strictObject({ status: Status, count: z.int() })),
    /** Rows that the act would leave as they are. */
    same: z.int(),
    /** Rows whose verdict by somebody else it would replace or join. */
    decidedByOthers: z.int(),
    flagged: z.int(),
  }),
  person: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type BulkView = z.infer<typeof BulkView>;

/** What an undo or a redo answers: where one conversation stands, or how far the act on many is. */
export const Undone = z.union([Written, z.strictObject({ bulk: BulkView })]);
export type Undone = z.infer<typeof Undone>;

/** What begins an act on many, or takes it back or does it again as a whole; its batches follow as events of their own. */
export const BulkStepPayload = z.object({ bulk: z.uuid(), act: BulkAct, total: z.int().min(1) });

/** One conversation in a bulk event: id, version before, places of its states in `states`, and what moved besides. */
const BulkItem = z.strictObject({
  id: z.uuid(),
  version: z.int(),
  before: z.int(),
  after: z.int(),
  decision: z.uuid().optional(),
  withdrawn: z.array(z.uuid()).optional(),
  added: z.array(z.uuid()).optional(),
  removed: z.array(z.uuid()).optional(),
});

/** One batch of a bulk act, of its undo or its redo: enough to fold every conversation it touched. */
export const BulkPayload = z.object({
  bulk: z.uuid(),
  act: BulkAct,
  states: z.array(ConversationState),
  items: z.array(BulkItem).min(1),
});
export type BulkPayload = z.infer<typeof BulkPayload>;
