import { z } from "zod";
import { sortDirections, sortKeys } from "./choices.ts";
import { readSort, type SortColumn } from "./sort-columns.ts";

export { newestFirst, type SortColumn, sortText } from "./sort-columns.ts";

/** What a list of conversations can be sorted by. `added` is the order of the ids. */
export const SortKey = z.enum(sortKeys);
export type SortKey = z.infer<typeof SortKey>;

export const SortDirection = z.enum(sortDirections);
export type SortDirection = z.infer<typeof SortDirection>;

/**
 * One or two columns, the first one first, as an address writes them: `culture.ascending,representativeness.descending`.
 * Ties end by id in the direction of the last column, so that the order is total; rows without a score come last in either
 * direction.
 */
export const ConversationSort = z
  .string()
  .max(80)
  .transform((text, context): readonly SortColumn[] => {
    const columns = readSort(text);
    if (columns !== null) return columns;
    context.addIssue({
      code: "custom",
      message: `is not one or two of ${sortKeys.join(", ")}, each with .ascending or .descending`,
    });
    return z.NEVER;
  });
export type ConversationSort = z.output<typeof ConversationSort>;
