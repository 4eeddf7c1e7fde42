import { z } from "zod";
import { Against } from "./agreement.ts";
import { BulkView } from "./bulk.ts";
import { scoreBins } from "./choices.ts";
import { Role, Status, Turns } from "./conversation.ts";
import { CultureLabel } from "./culture-label.ts";
import { DecisionKind, Ratings, RejectReason, SkipReason } from "./decision.ts";
import { EstimatorName, Interval, Score } from "./score.ts";
import { TagKind } from "./tag.ts";

const TopicLabel = z.strictObject({ key: z.string(), name: z.string(), layer: z.string().nullable() });
const TagLabel = z.strictObject({ id: z.uuid(), key: z.string(), name: z.string(), path: z.string(), kind: TagKind });

/** A headline score in a list, or null where not computed. */
const HeadlineScore = z
  .strictObject({
    value: z.number(),
    /** Within the culture. */
    percentile: z.number(),
    interval: Interval.nullable(),
    /** The text, or what it was compared with, has changed since. */
    stale: z.boolean(),
  })
  .nullable();
export type HeadlineScore = z.infer<typeof HeadlineScore>;

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
  /** What made it: a method's name, or null for an import. */
  method: z.string().nullable(),
  status: Status,
  edited: z.boolean(),
  flagged: z.boolean(),
  version: z.int(),
  representativeness: HeadlineScore,
  distinctiveness: HeadlineScore,
  /** Why a measure has no value, in a sentence; null where it has one. */
  unscored: z.strictObject({ representativeness: z.string().nullable(), distinctiveness: z.string().nullable() }),
  /** Names of those who decided it last and whom it is assigned to. */
  decidedBy: z.string().nullable(),
  assignee: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
  updatedAt: z.string(),
});
export type ConversationRow = z.infer<typeof ConversationRow>;

/** What lists show of a conversation's scores: the part of a row that changes by itself after an edit. */
export const RowScores = ConversationRow.pick({
  id: true,
  representativeness: true,
  distinctiveness: true,
  unscored: true,
});
export type RowScores = z.infer<typeof RowScores>;

/** `next` goes into `cursor` for the following page; null on the last one. */
export const ConversationPage = z.strictObject({ rows: z.array(ConversationRow), next: z.string().nullable() });
export type ConversationPage = z.infer<typeof ConversationPage>;

export { scoreBins } from "./choices.ts";

const Bins = z.array(z.int().min(0)).length(scoreBins);

/** What somebody wrote beside a conversation. */
export const CommentView = z.strictObject({
  id: z.uuid(),
  body: z.string(),
  /** The text that was the head when it was written. */
  revision: z.int(),
  person: z.string().nullable(),
  mine: z.boolean(),
  createdAt: z.string(),
});
export type CommentView = z.infer<typeof CommentView>;

/** A conversation near another, as far as it takes to see why. */
export const NearText = z.strictObject({
  id: z.uuid(),
  culture: CultureLabel,
  language: z.string(),
  question: z.string(),
  /** The start of what is answered; "" when nobody has answered. */
  answer: z.string(),
  similarity: z.number().min(0).max(1),
});
export type NearText = z.infer<typeof NearText>;

/** The conversations most like one, nearest first. */
export const NearTexts = z.strictObject({
  /** The text has changed since they were looked for. */
  stale: z.boolean(),
  home: z.array(NearText),
  /** One of each other culture, at most. */
  abroad: z.array(NearText),
  /** In how many other cultures something says the same, of how many that were compared. */
  sameIn: z.int().min(0),
  compared: z.int().min(0),
});
export type NearTexts = z.infer<typeof NearTexts>;

const ShownScore = z.strictObject({
  estimator: EstimatorName,
  calibration: z
    .strictObject({
      version: z.int(),
      against: Against,
      /** Whether it is the culture's own; else it is that of all cultures. */
      own: z.boolean(),
    })
    .nullable(),
});
export type ShownScore = z.infer<typeof ShownScore>;

/** Everything the card shows of one conversation. */
export const ConversationDetail = z.strictObject({
  ...ConversationRow.shape,
  turns: Turns,
  /** Places, from 0, of turns that read like an instruction to a model: a guess, for people to see. */
  instructionLike: z.array(z.int()),
  headRevision: z.int(),
  revisions: z.array(
    z.strictObject({
      number: z.int(),
      parent: z.int().nullable(),
      author: z.string().nullable(),
      /** Its writer called it another text rather than the same one mended. */
      rewritten: z.boolean(),
      createdAt: z.string(),
    }),
  ),
  tags: z.array(TagLabel),
  scores: z.array(Score),
  /** Which estimator stands behind each headline score, and by what calibration it is shown, if by any. */
  shown: z.strictObject({ representativeness: ShownScore, distinctiveness: ShownScore }),
  /** Null where they have not been looked for yet. */
  near: NearTexts.nullable(),
  decisions: z.array(
    z.strictObject({
      id: z.uuid(),
      kind: DecisionKind,
      reason: z.union([RejectReason, SkipReason]).nullable(),
      note: z.string().nullable(),
      ratings: Ratings.nullable(),
      revision: z.int(),
      person: z.string().nullable(),
      mine: z.boolean(),
      createdAt: z.string(),
    }),
  ),
  /** Those that were not withdrawn, oldest first. */
  comments: z.array(CommentView),
  /** The scores of the same culture's conversations, in 24 equal bins from 0 to 1: the crowd that a score stands in. */
  crowd: z.strictObject({ representativeness: Bins, distinctiveness: Bins }),
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

const Choice = z.strictObject({ key: z.string(), name: z.string(), count: z.int() });
const Histogram = z.strictObject({
  /** Under all filters but this measure's own range. */
  all: Bins,
  /** Of those, what the range leaves. */
  kept: Bins,
});

/** Counts beside each filter, each under all other filters. Choices that nothing has any more are kept with 0. */
export const Facets = z.strictObject({
  total: z.int(),
  matching: z.int(),
  status: z.array(Choice),
  culture: z.array(z.strictObject({ ...Choice.shape, endonym: z.string(), language: z.string() })),
  /** A layer counts with its topics; `layer` is the name of the layer that a topic is in. */
  topic: z.array(z.strictObject({ ...Choice.shape, layer: z.string().nullable() })),
  /** A tag counts with those below it. */
  tag: z.array(z.strictObject({ ...Choice.shape, path: z.string(), kind: TagKind })),
  language: z.array(Choice),
  method: z.array(Choice),
  import: z.array(Choice),
  reviewer: z.array(Choice),
  assignee: z.array(Choice),
  scored: z.array(Choice),
  flagged: z.int(),
  edited: z.int(),
  representativeness: Histogram,
  distinctiveness: Histogram,
  /** When nothing matches: the one filter without which most would, and how many. Null otherwise. */
  tightest: z.strictObject({ filter: z.string(), count: z.int() }).nullable(),
});
export type Facets = z.infer<typeof Facets>;

/** One of one's own acts, newest first: the history rail. */
export const HistoryEntry = z.strictObject({
  event: z.int(),
  /** Null for an act on many. */
  conversation: z.uuid().nullable(),
  /** Only for an act on many: what it is, and how many conversations it changed. */
  bulk: BulkView.pick({ id: true, act: true, done: true }).optional(),
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
