import { z } from "zod";

/** What a list of conversations can be sorted by. `added` is the order of the ids. */
export const SortKey = z.enum(["added", "updated", "representativeness", "distinctiveness", "culture", "status"]);
export type SortKey = z.infer<typeof SortKey>;

export const SortDirection = z.enum(["ascending", "descending"]);
export type SortDirection = z.infer<typeof SortDirection>;

export interface SortColumn {
  by: SortKey;
  direction: SortDirection;
}

/**
 * One or two columns, the first one first, as an address writes them: `culture.ascending,representativeness.descending`.
 * Ties end by id in the direction of the last column, so that the order is total; rows without a score come last in either
 * direction.
 */
export const ConversationSort = z
  .string()
  .max(80)
  .transform((text, context): readonly SortColumn[] => {
    const columns = text.split(",").map((part) => {
      const [by, direction] = part.split(".");
      return { by: SortKey.safeParse(by).data, direction: SortDirection.safeParse(direction).data };
    });
    const known = columns.flatMap(({ by, direction }) =>
      by === undefined || direction === undefined ? [] : [{ by, direction }],
    );
    const keys = new Set(known.map(({ by }) => by));
    if (known.length !== columns.length || known.length > 2 || keys.size !== known.length) {
      context.addIssue({
        code: "custom",
        message: `is not one or two of ${SortKey.options.join(", ")}, each with .ascending or .descending`,
      });
      return z.NEVER;
    }
    return known;
  });
export type ConversationSort = z.output<typeof ConversationSort>;

export const newestFirst = "added.descending";

/** The sort as an address writes it. */
export function sortText(sort: ConversationSort): string {
  return sort.map(({ by, direction }) => `${by}.${direction}`).join(",");
}
