import { z } from "zod";
import { LanguageTag, Status } from "./conversation.ts";
import { CultureCode } from "./culture.ts";

const many = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.split(",").filter((part) => part !== "") : value),
    z.array(item).max(100),
  );

const bound = z.coerce.number().min(0).max(1);

/** What narrows a list of conversations. Everything a URL can name; nothing else reaches the database. */
export const ConversationFilter = z.strictObject({
  status: many(Status).optional(),
  culture: many(CultureCode).optional(),
  /** Topic keys; a layer stands for its topics. */
  topic: many(z.string().max(80)).optional(),
  language: many(LanguageTag).optional(),
  representativenessFrom: bound.optional(),
  representativenessTo: bound.optional(),
  distinctivenessFrom: bound.optional(),
  distinctivenessTo: bound.optional(),
  flagged: z.stringbool().or(z.boolean()).optional(),
});
export type ConversationFilter = z.infer<typeof ConversationFilter>;

export const ConversationSort = z.enum(["newest", "oldest", "representativeness", "distinctiveness"]);
export type ConversationSort = z.infer<typeof ConversationSort>;

/** One page of a list: at most `limit` rows after `cursor`. */
export const ConversationSearch = z.strictObject({
  ...ConversationFilter.shape,
  sort: ConversationSort.default("newest"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(300).optional(),
});
export type ConversationSearch = z.infer<typeof ConversationSearch>;
