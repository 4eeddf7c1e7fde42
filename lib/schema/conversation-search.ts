import { z } from "zod";
import type { facetNames } from "./choices.ts";
import { LanguageTag, Status } from "./conversation.ts";
import { ConversationSort, newestFirst } from "./conversation-sort.ts";
import { CultureCode } from "./culture.ts";
import { MeasureName } from "./score.ts";

/** The choices of one filter. `-value` leaves that value out; what is left in must be one of the others, if there are any. */
const many = (item: z.ZodType<string>) =>
  z.preprocess(
    (value) => (typeof value === "string" ? value.split(",").filter((part) => part !== "") : value),
    z
      .array(
        z
          .string()
          .max(140)
          .superRefine((choice, context) => {
            const { error } = item.safeParse(choice.startsWith("-") ? choice.slice(1) : choice);
            if (error) context.addIssue({ code: "custom", message: error.issues[0]?.message ?? "is not a choice" });
          }),
      )
      .max(100),
  );

const bound = z.coerce.number().min(0).max(1);
const likeness = z.coerce.number().min(0.5).max(1);
const flag = z.stringbool().or(z.boolean());

/** A member, or `nobody` for what has none. */
const MemberOrNobody = z.string().regex(/^(nobody|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, {
  error: "is neither a member's id nor `nobody`",
});

export { facetNames } from "./choices.ts";
export { splitChoices } from "./split-choices.ts";

/** What narrows a list of conversations. Everything a URL can name; nothing else reaches the database. */
export const ConversationFilter = z.strictObject({
  status: many(Status).optional(),
  culture: many(CultureCode).optional(),
  /** Topic keys; a layer stands for its topics. */
  topic: many(z.string().max(80)).optional(),
  /** Tag keys; a tag stands for those below it. */
  tag: many(z.string().max(128)).optional(),
  language: many(LanguageTag).optional(),
  /** What made it: a method's name, or `import`. */
  method: many(z.string().max(40)).optional(),
  /** Ids of imports. */
  import: many(z.string().max(36)).optional(),
  /** Who decided it last. */
  reviewer: many(MemberOrNobody).optional(),
  /** Whom it is assigned to. */
  assignee: many(MemberOrNobody).optional(),
  /** Which measures have a value: `representativeness`, `distinctiveness`. */
  scored: many(MeasureName).optional(),
  representativenessFrom: bound.optional(),
  representativenessTo: bound.optional(),
  distinctivenessFrom: bound.optional(),
  distinctivenessTo: bound.optional(),
  flagged: flag.optional(),
  edited: flag.optional(),
  /** Words, "phrases" and -words to find in the current text; see lib/text/README.md. */
  search: z.string().max(300).optional(),
  /** Rows that a bulk act left alone because they had changed: its id. */
  leftBy: z.uuid().optional(),
  /** What a run made: its id. */
  run: z.uuid().optional(),
  /** The same is said in at least so many other cultures. */
  sameIn: z.coerce.number().int().min(1).max(1000).optional(),
  /** It has a near copy in its culture that is not rejected, at least so alike. */
  nearCopy: likeness.optional(),
  /** Such a near copy is to be kept rather than it: accepted where it is not, or else the older one. */
  spareCopy: likeness.optional(),
});
export type ConversationFilter = z.infer<typeof ConversationFilter>;

export type FacetName = (typeof facetNames)[number];

/** One page of a list: at most `limit` rows after `cursor`. */
export const ConversationSearch = z.strictObject({
  ...ConversationFilter.shape,
  sort: ConversationSort.prefault(newestFirst),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(600).optional(),
});
export type ConversationSearch = z.infer<typeof ConversationSearch>;
