import type { SortingState } from "@tanstack/react-table";
import { newestFirst, readSort } from "#lib/schema/sort-columns.ts";

export const sortOptions: readonly { value: string; label: string }[] = [
  { value: newestFirst, label: "Newest first" },
  { value: "added.ascending", label: "Oldest first" },
  { value: "representativeness.descending", label: "Most representative" },
  { value: "distinctiveness.descending", label: "Most distinctive" },
];

/** A sort as an address writes it, as the columns that show it. */
export function sortingOf(sort: string): SortingState {
  return (readSort(sort) ?? []).map(({ by, direction }) => ({ id: by, desc: direction === "descending" }));
}

/** The sort that a click on a column's head asks for; without one, newest first. */
export function sortOf(sorting: SortingState): string {
  return sorting.map(({ id, desc }) => `${id}.${desc ? "descending" : "ascending"}`).join(",") || newestFirst;
}
