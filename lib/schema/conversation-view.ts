import { z } from "zod";
import { Role, Status, Turns } from "./conversation.ts";
import { DecisionKind, RejectReason } from "./decision.ts";
import { Score } from "./score.ts";
import { TagKind } from "./tag.ts";

const CultureLabel = z.strictObject({
  code: z.string(),
  name: z.string(),
  endonym: z.string(),
  /** The language the endonym is written in. */
  language: z.string(),
});
const TopicLabel = z.strictObject({ key: z.string(), name: z.string(), layer: z.string().nullable() });
const TagLabel = z.strictObject({ id: z.uuid(), key: z.string(), name: z.string(), path: z.string(), kind: TagKind });

/** A headline score in a list: value and percentile within the culture, or null where not computed. */
const HeadlineScore = z.strictObject({ value: z.number(), percentile: z.number() }).nullable();

/** One row of a list. */
export const ConversationRow = z.strictObject({
  id: z.uuid(),
  externalId: z.string().nullable(),
  culture: CultureLabel,
  topic: TopicLabel.nullable(),
  language: z.string(),
  question: z.string(),
  questionKey: z.string().nullable(),
  source: z.string().nullable(),
  status: Status,
  edited: z.boolean(),
  flagged: z.boolean(),
  version: z.int(),
  representativeness: HeadlineScore,
  distinctiveness: HeadlineScore,
  updatedAt: z.string(),
});
export type ConversationRow = z.infer<typeof ConversationRow>;

/** `next` goes into `cursor` for the following page; null on the last one. */
export const ConversationPage = z.strictObject({ rows: z.array(ConversationRow), next: z.string().nullable() });
export type ConversationPage = z.infer<typeof ConversationPage>;

/** Everything the card shows of one conversation. */
export const ConversationDetail = z.strictObject({
  ...ConversationRow.shape,
  turns: Turns,
  headRevision: z.int(),
  revisions: z.array(
    z.strictObject({
      number: z.int(),
      parent: z.int().nullable(),
      author: z.string().nullable(),
      createdAt: z.string(),
    }),
  ),
  tags: z.array(TagLabel),
  scores: z.array(Score),
  decisions: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: DecisionKind,
      reason: RejectReason.nullable(),
      note: z.string().nullable(),
      revision: z.int(),
      person: z.string().nullable(),
      mine: z.boolean(),
      createdAt: z.string(),
    }),
  ),
  metadata: z.record(z.string(), z.json()),
});
export type ConversationDetail = z.infer<typeof ConversationDetail>;

/** A conversation of another culture that answers the same question. */
export const Sibling = z.strictObject({
  id: z.uuid(),
  culture: CultureLabel,
  language: z.string(),
  status: Status,
  edited: z.boolean(),
  turns: Turns,
  representativeness: HeadlineScore,
  distinctiveness: HeadlineScore,
});
export type Sibling = z.infer<typeof Sibling>;

/** A card with all that triage needs, so that the next one can be fetched ahead. */
export const TriageCard = z.strictObject({ conversation: ConversationDetail, siblings: z.array(Sibling) });
export type TriageCard = z.infer<typeof TriageCard>;

/** Cards claimed for the asker, and how many conversations of the queue are left to decide. */
export const ClaimedCards = z.strictObject({ cards: z.array(TriageCard), left: z.int() });
export type ClaimedCards = z.infer<typeof ClaimedCards>;

/** Counts beside each filter, each under all other filters. */
export const Facets = z.strictObject({
  total: z.int(),
  matching: z.int(),
  status: z.array(z.strictObject({ key: Status, count: z.int() })),
  culture: z.array(
    z.strictObject({ key: z.string(), name: z.string(), endonym: z.string(), language: z.string(), count: z.int() }),
  ),
  topic: z.array(z.strictObject({ key: z.string(), name: z.string(), count: z.int() })),
  language: z.array(z.strictObject({ key: z.string(), count: z.int() })),
});
export type Facets = z.infer<typeof Facets>;

/** One of one's own acts, newest first: the history rail. */
export const HistoryEntry = z.strictObject({
  event: z.int(),
  conversation: z.uuid(),
  kind: z.string(),
  /** For a decision: accept, reject, skip or flag. */
  decision: DecisionKind.nullable(),
  undone: z.boolean(),
  createdAt: z.string(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** What a refused stale write gets back: the newer state beside the text that lost, which is kept as a draft. */
export const Conflict = z.strictObject({
  version: z.int(),
  status: Status,
  turns: z.array(z.strictObject({ role: Role, content: z.string() })),
  changedBy: z.string().nullable(),
  changedAt: z.string(),
  draft: z.uuid().nullable(),
});
export type Conflict = z.infer<typeof Conflict>;
