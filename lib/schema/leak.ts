import { z } from "zod";
import { Status } from "./conversation.ts";
import { ConversationFilter } from "./conversation-search.ts";
import { CultureLabel } from "./culture-label.ts";
import { NeighbourBasis } from "./neighbour.ts";

/** A conversation as it stands beside those it is near to. */
export const NearConversation = z.strictObject({
  id: z.uuid(),
  culture: CultureLabel,
  language: z.string(),
  question: z.string(),
  /** The start of what was answered. */
  answer: z.string(),
  status: Status,
  edited: z.boolean(),
  flagged: z.boolean(),
  version: z.int(),
});
export type NearConversation = z.infer<typeof NearConversation>;

/** A conversation that is near another, and how near: max(0, cosine). */
export const Neighbour = z.strictObject({ ...NearConversation.shape, similarity: z.number().min(0).max(1) });
export type Neighbour = z.infer<typeof Neighbour>;

/** How the neighbours of a project were found last; null before they ever were. */
export const NeighbourPass = z
  .strictObject({
    basis: NeighbourBasis,
    items: z.int(),
    exact: z.boolean(),
    /** Of a sample, the share of its ten nearest by an exact search that were found; null where the search is exact. */
    recall: z.number().nullable(),
    computedAt: z.string(),
  })
  .nullable();
export type NeighbourPass = z.infer<typeof NeighbourPass>;

/** Who is near one conversation. */
export const NeighboursOf = z.strictObject({
  pass: NeighbourPass,
  /** The revision that was compared; null when it has not been yet. */
  revision: z.int().nullable(),
  /** Whether the text has changed since. */
  stale: z.boolean(),
  home: z.array(Neighbour),
  abroad: z.array(Neighbour),
  sameIn: z.int(),
  compared: z.int(),
});
export type NeighboursOf = z.infer<typeof NeighboursOf>;

/** `leaks`: the same is said in other cultures. `copies`: it is said more than once in one culture. */
export const LeakKind = z.enum(["leaks", "copies"]);
export type LeakKind = z.infer<typeof LeakKind>;

/** What narrows the list of leaks: some of what narrows any list, and from where on it begins. */
export const LeakSearch = z.strictObject({
  kind: LeakKind.default("leaks"),
  ...ConversationFilter.pick({ culture: true, topic: true, status: true }).shape,
  /** Leaks: in at least so many other cultures. */
  least: z.coerce.number().int().min(1).max(1000).default(1),
  /** Copies: at least so alike. */
  from: z.coerce.number().min(0.5).max(1).default(0.9),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(200).optional(),
});
export type LeakSearch = z.infer<typeof LeakSearch>;

/** A conversation, and those that make it a leak or a copy. */
export const Leak = z.strictObject({
  ...NearConversation.shape,
  sameIn: z.int(),
  compared: z.int(),
  near: z.array(Neighbour),
});
export type Leak = z.infer<typeof Leak>;

export const LeakPage = z.strictObject({
  rows: z.array(Leak),
  next: z.string().nullable(),
  pass: NeighbourPass,
  /** How many there are, on the first page; null on later ones. */
  total: z.int().nullable(),
  /** Copies that are not the one to keep, on the first page; null on later ones and for leaks. */
  spare: z.int().nullable(),
});
export type LeakPage = z.infer<typeof LeakPage>;
