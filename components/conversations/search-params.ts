import { statuses } from "#lib/schema/choices.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";
import { type FilterState, filterQuery, parseFilter } from "./filter-state.ts";
import { parseQueueOrder } from "./queue-state.ts";

export { toFilter } from "./filter-state.ts";

type PageQuery = Record<string, string | string[] | undefined>;

/** The query of a page's address as text; a name given twice counts as given first. */
export function queryOf(given: PageQuery): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) query.set(name, first);
  }
  return query;
}

/** The state of Triage: which queue in what order, and perhaps which conversation first. */
export async function loadTriageSearch(
  given: Promise<PageQuery>,
): Promise<{ filter: FilterState; order: QueueOrder; item: string | null }> {
  const query = queryOf(await given);
  return { filter: parseFilter(query), order: parseQueueOrder(query), item: query.get("item") };
}

/** The query of the export page for what a list shows; a list without a filter is every status, said in so many words. */
export function exportQuery(state: FilterState): string {
  const query = filterQuery(state);
  return query === "" ? `status=${statuses.join(",")}` : query;
}
