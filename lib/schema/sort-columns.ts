import { oneOf, sortDirections, sortKeys } from "./choices.ts";

/** One column of a sort. */
export interface SortColumn {
  by: (typeof sortKeys)[number];
  direction: (typeof sortDirections)[number];
}

/** The newest first, which is the order of a list that nobody sorted. */
export const newestFirst = "added.descending";

/** One or two different columns as an address writes them, such as `culture.ascending,added.descending`; null for anything else. */
export function readSort(text: string): readonly SortColumn[] | null {
  const columns = text.split(",").flatMap((part) => {
    const [by, direction, ...rest] = part.split(".");
    const column = { by: oneOf(sortKeys, by), direction: oneOf(sortDirections, direction) };
    return column.by === null || column.direction === null || rest.length > 0
      ? [null]
      : [{ by: column.by, direction: column.direction }];
  });
  const known = columns.filter((column) => column !== null);
  const keys = new Set(known.map(({ by }) => by));
  return known.length === columns.length && known.length <= 2 && keys.size === known.length ? known : null;
}

/** The sort as an address writes it. */
export function sortText(sort: readonly SortColumn[]): string {
  return sort.map(({ by, direction }) => `${by}.${direction}`).join(",");
}
