import { type SortColumn, sortText } from "#lib/schema/sort-columns.ts";
import { type ColumnId, defaultColumns, parseColumns } from "./column-choice.ts";
import { type FilterState, filterQuery, parseFilter } from "./filter-state.ts";
import { newestFirst, parseSort } from "./sorts.ts";

/** Everything that the address of Browse says: a colleague with the same address sees the same. */
export interface BrowseState {
  readonly filter: FilterState;
  readonly sort: readonly SortColumn[];
  readonly columns: readonly ColumnId[];
  /** The conversation in the panel at the end. */
  readonly peek: string | null;
}

const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Stands in an address for no view at all, where an empty one would open the view that is usual for the reader's role. */
export const noView = "none";

/** Reads an address's query string, with or without its question mark. What it does not know it lets go. */
export function parseBrowse(query: string): BrowseState {
  const parts = new URLSearchParams(query);
  const peek = parts.get("peek");
  return {
    filter: parseFilter(parts),
    sort: parseSort(parts.get("sort")),
    columns: parseColumns(parts.get("columns")),
    peek: peek !== null && identifier.test(peek) ? peek : null,
  };
}

/** The query string of a state, without what is as it is anyway. `parseBrowse` reads it back unchanged. */
export function formatBrowse({ filter, sort, columns, peek }: BrowseState): string {
  return [
    filterQuery(filter),
    sortText(sort) === sortText(newestFirst) ? "" : `sort=${sortText(sort)}`,
    columns.join() === defaultColumns.join() ? "" : `columns=${columns.join() || "none"}`,
    peek === null ? "" : `peek=${peek}`,
  ]
    .filter((part) => part !== "")
    .join("&");
}

/** What the API is asked for rows; two states with the same text show the same rows. */
export function rowsQuery({ filter, sort }: Pick<BrowseState, "filter" | "sort">): string {
  return [filterQuery(filter), `sort=${sortText(sort)}`].filter((part) => part !== "").join("&");
}
