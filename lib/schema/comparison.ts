import { z } from "zod";
import { askedNames, mostCompared, preferenceKinds } from "./compare-choices.ts";
import { Turns } from "./conversation.ts";
import { ConversationRow } from "./conversation-view.ts";
import { conversationLimits } from "./limits.ts";
import { Interval, Score } from "./score.ts";

/** What answers of several cultures share: the key of their question. */
export const QuestionKey = z.string().min(1).max(conversationLimits.externalIdCharacters);

/** A question in the list, with how many cultures answer it. */
export const QuestionRow = z.strictObject({
  key: z.string(),
  /** Its text as one of its conversations asks it, in English where there is one. */
  text: z.string(),
  language: z.string(),
  topic: ConversationRow.shape.topic,
  cultures: z.int(),
  answers: z.int(),
});
export type QuestionRow = z.infer<typeof QuestionRow>;

export const QuestionPage = z.strictObject({ rows: z.array(QuestionRow), next: z.string().nullable() });
export type QuestionPage = z.infer<typeof QuestionPage>;

export const ListQuestionsInput = z.strictObject({
  project: z.string(),
  /** Words to look for in the conversations, as in Browse, or a question's key. */
  search: z.string().max(200).optional(),
  limit: z.coerce.number().pipe(z.int().min(1).max(200)).default(50),
  /** The `next` of the page before. */
  cursor: QuestionKey.optional(),
});

/** One culture's answer to the question, with what a column shows of it. */
export const ComparedAnswer = z.strictObject({
  ...ConversationRow.shape,
  turns: Turns,
  headRevision: z.int(),
  scores: z.array(Score),
  /** Whether the asker has a standing verdict or skip on it. */
  decidedByMe: z.boolean(),
});
export type ComparedAnswer = z.infer<typeof ComparedAnswer>;

/**
 * How alike answers are, by the vectors that the siblings estimator compares. `values[i][j]` is that of the i-th and the
 * j-th of `ids`, for j < i; null where one has nothing to be compared by, or, by wording, no language in common with the other.
 * By embedding it is a cosine, which models scale each in their own way.
 */
export const Likeness = z.discriminatedUnion("computed", [
  z.strictObject({
    computed: z.literal(true),
    basis: z.enum(["wording", "embedding"]),
    ids: z.array(z.uuid()),
    values: z.array(z.array(z.number().min(0).max(1).nullable())),
  }),
  z.strictObject({ computed: z.literal(false), reason: z.string().min(1) }),
]);
export type Likeness = z.infer<typeof Likeness>;

/** A question with the answers of some cultures, side by side. */
export const Comparison = z.strictObject({
  key: z.string(),
  text: z.string(),
  language: z.string(),
  topic: ConversationRow.shape.topic,
  /** All cultures that answer it, by name, with the number of their answers. */
  cultures: z.array(z.strictObject({ ...ConversationRow.shape.culture.shape, answers: z.int() })),
  /** Codes of those whose answers follow, in the order asked for. */
  shown: z.array(z.string()),
  /** At most twelve of each culture shown, those accepted first. */
  answers: z.array(ComparedAnswer),
  likeness: Likeness,
  /** Words that every fifth text of their language in the project has, by base language: they set nothing apart. */
  usual: z.record(z.string(), z.array(z.string())),
  /** SHA-256 (hex) over `id:sha256` of the text of each answer, joined by line feeds. */
  sha256: z.string(),
  /** The keys of the questions before and after, in the order of the list. */
  previous: z.string().nullable(),
  next: z.string().nullable(),
});
export type Comparison = z.infer<typeof Comparison>;

export const GetComparisonInput = z.strictObject({
  project: z.string(),
  question: QuestionKey,
  /**
   * Codes, joined by commas in an address; the first ones by name unless given, and beside one that is given alone. Unknown
   * ones are left out.
   */
  cultures: z
    .union([z.array(z.string()), z.string().transform((text) => text.split(",").filter((code) => code !== ""))])
    .pipe(z.array(z.string().max(conversationLimits.labelCharacters)).max(mostCompared))
    .optional(),
});

/** What a pair is judged by. */
export const Asked = z.enum(askedNames);
export type Asked = z.infer<typeof Asked>;

/** Which of two is more so; `first` is the one that stood at the start. */
export const Preference = z.enum(preferenceKinds);
export type Preference = z.infer<typeof Preference>;

/** How the pair stood before the person. */
export const PairShown = z.strictObject({
  /** What the sides were drawn by. */
  seed: z.string().min(1).max(200),
  culturesHidden: z.boolean(),
  scoresHidden: z.boolean(),
  milliseconds: z.int().min(0).max(86_400_000),
});
export type PairShown = z.infer<typeof PairShown>;

const Side = z.strictObject({ id: z.uuid(), revision: z.int32().min(1) });

export const JudgeInput = z.strictObject({
  project: z.string(),
  question: QuestionKey,
  asked: Asked,
  /** The answers in the order they were shown, with the revisions that were read. */
  first: Side,
  second: Side,
  preferred: Preference,
  shown: PairShown.nullish(),
});
export type JudgeInput = z.infer<typeof JudgeInput>;

export const Judgement = z.strictObject({ id: z.uuid(), withdrawn: z.boolean() });
export type Judgement = z.infer<typeof Judgement>;

/** How one answer fares against the others of its question. */
export const RankedAnswer = z.strictObject({
  id: z.uuid(),
  culture: z.string(),
  /** In how many judgements it was taken for the one that is more so, of how many it was in. */
  preferred: z.int(),
  compared: z.int(),
  /** In how many of them both were taken for it, and neither. */
  even: z.int(),
  neither: z.int(),
  /** The chance that it would be preferred to an average answer; null while nothing is known. */
  chance: z.number().min(0).max(1).nullable(),
  interval: Interval.nullable(),
  /** Whether the interval leaves one half out, so that something can be said. */
  tells: z.boolean(),
});
export type RankedAnswer = z.infer<typeof RankedAnswer>;

export const Ranking = z.strictObject({
  question: z.string(),
  asked: Asked,
  /** Most preferred first. */
  rows: z.array(RankedAnswer),
  /** How often each pair was judged: by all, and by the asker. */
  pairs: z.array(z.strictObject({ one: z.uuid(), other: z.uuid(), all: z.int(), mine: z.int() })),
  judgements: z.int(),
  /** Judgements of texts that have changed since; they do not count. */
  outdated: z.int(),
});
export type Ranking = z.infer<typeof Ranking>;

/** The event of a judgement, and what moves it afterwards. */
export const JudgedPayload = z.object({
  comparison: z.uuid(),
  question: z.string(),
  asked: Asked,
  first: Side,
  second: Side,
  preferred: Preference,
  shown: PairShown.nullable(),
});
export const JudgementMovedPayload = z.object({ comparison: z.uuid() });
