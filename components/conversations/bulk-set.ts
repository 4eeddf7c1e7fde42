import type { BulkSet } from "#lib/schema/bulk.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import { type FilterState, toFilter } from "./filter-state.ts";
import { isSelected, type Selection } from "./selection.ts";

/** The set an act is prepared for: rows with the versions that were seen, or the filter that they match. */
export function bulkSet(
  selection: Selection,
  rows: readonly Pick<ConversationRow, "id" | "version">[],
  filter: FilterState,
): BulkSet {
  if (selection.kind === "matching")
    return { kind: "matching", filter: toFilter(filter), except: [...selection.except] };
  return {
    kind: "rows",
    rows: rows.filter(({ id }) => isSelected(selection, id)).map(({ id, version }) => ({ id, version })),
  };
}
