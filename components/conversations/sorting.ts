import type { SortingState } from "@tanstack/react-table";
import type { ConversationSort } from "#lib/schema/conversation-search.ts";

export const sortOptions: readonly { value: ConversationSort; label: string }[] = [
  { value: "newest", label: "Newest first" },
  { value: "oldest", label: "Oldest first" },
  { value: "representativeness", label: "Most representative" },
  { value: "distinctiveness", label: "Most distinctive" },
];

/** A sort of the API as the column that shows it. */
export function sortingOf(sort: ConversationSort): SortingState {
  if (sort === "newest" || sort === "oldest") return [{ id: "added", desc: sort === "newest" }];
  return [{ id: sort, desc: true }];
}

/** The sort that a click on a column's head asks for. Scores sort from high to low only; once more goes back to newest. */
export function sortOf(sorting: SortingState): ConversationSort {
  const [first] = sorting;
  if (first?.id === "added") return first.desc ? "newest" : "oldest";
  if (first?.id === "representativeness" || first?.id === "distinctiveness") return first.desc ? first.id : "newest";
  return "newest";
}
