import { z } from "zod";
import { scoreBins } from "./choices.ts";
import { ConversationFilter } from "./conversation-search.ts";
import { ConversationRow } from "./conversation-view.ts";
import { CultureLabel } from "./culture-label.ts";
import { Interval } from "./score.ts";

/** A map of a project, or of what a filter leaves of it. */
export const MapFilter = z.strictObject({ project: z.string(), ...ConversationFilter.shape });

/** As many points as one answer holds. */
export const mostPoints = 200_000;

/**
 * Conversations that have both scores as points. `points` is base64 of, one after the other and least significant byte first: for
 * each its number (32 bits), representativeness and distinctiveness (16 bits each) and label (16 bits). A score is `2k` where it
 * is k thousandths and `2k + 1` where it is more and less than the next. A label is the place of the culture in `cultures`, with the
 * status in the two bits above 14: 0 pending, 1 accepted, 2 rejected.
 */
export const MapPointsView = z.strictObject({
  /** What the filter leaves. */
  matching: z.int(),
  /** Of these, without one of the two scores. */
  unscored: z.int(),
  /** In the order of how many each has. */
  cultures: z.array(z.strictObject({ ...CultureLabel.shape, count: z.int() })),
  /** Null where there are more than one answer holds: narrow the filter. */
  points: z.base64().nullable(),
});
export type MapPointsView = z.infer<typeof MapPointsView>;

const Summary = z.strictObject({
  scored: z.int(),
  median: z.number().nullable(),
  /** 95 % of the median, from order statistics; null where fewer than six are scored. */
  interval: Interval.nullable(),
  quartiles: Interval.nullable(),
  bins: z.array(z.int()).length(scoreBins),
  /** Why the others have none, the commonest first; null where it was not asked for. */
  reasons: z.array(z.strictObject({ reason: z.string(), count: z.int() })).nullable(),
});
export type MapSummary = z.infer<typeof Summary>;

export const MapCulturesInput = z.strictObject({
  ...MapFilter.shape,
  /** Whether to say why conversations have no score: an aggregate over those that have none. */
  reasons: z.stringbool().or(z.boolean()).default(false),
});

/** How the scores of each culture lie, the cultures with most conversations first. */
export const MapCultures = z.strictObject({
  matching: z.int(),
  cultures: z.array(
    z.strictObject({
      ...CultureLabel.shape,
      conversations: z.int(),
      representativeness: Summary,
      distinctiveness: Summary,
    }),
  ),
});
export type MapCultures = z.infer<typeof MapCultures>;
export type MapCulture = MapCultures["cultures"][number];

/** So many conversations are told at once. */
export const mostNumbers = 12;

export const MapConversationsInput = z.strictObject({
  project: z.string(),
  /** Numbers of points. */
  numbers: z.preprocess(
    (value) => (typeof value === "string" ? value.split(",").map(Number) : value),
    z.array(z.int32()).min(1).max(mostNumbers),
  ),
});

/** The conversations of some points, in the order asked for; what is not of the project is left out. */
export const MapConversations = z.strictObject({
  rows: z.array(z.strictObject({ number: z.int(), conversation: ConversationRow })),
});
export type MapConversations = z.infer<typeof MapConversations>;

export const MapNeighboursInput = z.strictObject({
  project: z.string(),
  /** The conversation whose neighbours are asked for. */
  item: z.uuid().optional(),
});

const MapNeighbour = z.strictObject({
  conversation: ConversationRow,
  /** From 0 to 1. */
  similarity: z.number(),
});
export type MapNeighbour = z.infer<typeof MapNeighbour>;

/** Who is near whom, as the last scoring found it. */
export const MapNeighbours = z.strictObject({
  /** Of how many conversations the neighbours are known; 0 before the first pass. */
  known: z.int(),
  /** The conversation asked for, with its nearest; null where none was asked for or it is not of the project. */
  item: z
    .strictObject({
      conversation: ConversationRow,
      /** Null where its neighbours are not known yet. */
      near: z
        .strictObject({
          /** Whether its text changed since it was compared. */
          stale: z.boolean(),
          home: z.array(MapNeighbour),
          abroad: z.array(MapNeighbour),
          sameIn: z.int(),
          compared: z.int(),
        })
        .nullable(),
    })
    .nullable(),
  /** Those whose nearest at home is furthest, the furthest first. */
  outliers: z.array(MapNeighbour),
  /** Those of one culture that are nearest to each other, the nearest first; each pair once. */
  twins: z.array(z.strictObject({ one: ConversationRow, other: ConversationRow, similarity: z.number() })),
});
export type MapNeighbours = z.infer<typeof MapNeighbours>;
