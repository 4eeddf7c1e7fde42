import type { Pool } from "pg";
import type { Columns } from "#lib/curation/columns/columns.ts";
import { idAt, idWords } from "#lib/curation/columns/id-words.ts";
import { rankRows } from "#lib/curation/columns/rank-rows.ts";
import { rowOrder } from "#lib/curation/columns/row-order.ts";
import type { ConversationSort } from "#lib/schema/conversation-sort.ts";
import type { ProjectColumns } from "./columns/project-columns.ts";
import { resolvedFilters } from "./columns/resolved-filters.ts";
import type { ConversationCursor } from "./conversation-cursor.ts";
import type { ResolvedFilter } from "./conversation-filter.ts";
import { placeOf, type SortedRecord, type SortGroups } from "./conversation-order.ts";
import { searchNumbers } from "./search-condition.ts";

/** A sorted list and where in it a page begins. */
export interface SortedList {
  sort: ConversationSort;
  groups: SortGroups;
  cursor: ConversationCursor | null;
}

/** The first rows of a list as memory has them. */
export interface RankedPage {
  ids: string[];
  /** Whether the rows, read after that, are all there and still where they were in the order. */
  stands(records: readonly SortedRecord[]): boolean;
}

/**
 * The first `most` conversations that a search finds, put in order in memory: all numbers that the search finds, and one pass
 * over them. Null while the project is not in memory, which this begins to bring about, and where the filter asks for what
 * memory does not tell.
 */
export async function rankFound(
  pool: Pool,
  memory: ProjectColumns | null,
  filter: ResolvedFilter & { tsquery: string },
  { sort, groups, cursor }: SortedList,
  most: number,
): Promise<RankedPage | null> {
  const { projectId, tsquery } = filter;
  if (memory === null || filter.rest.leftBy !== undefined) return null;
  if (!memory.has(projectId)) {
    memory.prepare(projectId);
    return null;
  }
  const numbers = await searchNumbers(pool, projectId, tsquery);
  return memory.look(projectId, (columns) => {
    const filters = resolvedFilters(columns, filter);
    if (filters === null) return null;
    const order = rowOrder(columns, sort, groups);
    const after = cursor && { keys: order.keysOf(cursor.values), ids: idWords(cursor.id), at: 0 };
    const ranked = rankRows(columns, placesOf(columns, numbers), filters, order, most, after);
    const ids = ranked.map(({ place }) => idAt(columns.ids, place));
    return {
      ids,
      stands: (records) =>
        records.length === ids.length &&
        records.every((record, index) => {
          const [first, second] = order.keysOf(placeOf(sort, record).values);
          const { keys } = ranked[index] ?? {};
          return record.id === ids[index] && keys?.[0] === first && keys[1] === second;
        }),
    };
  });
}

/** Where the numbers are; a row that came after the columns were read is left out. */
function placesOf(columns: Columns, numbers: Int32Array): Int32Array {
  const places = new Int32Array(numbers.length);
  let count = 0;
  for (const number of numbers) {
    const place = columns.find(number);
    if (place !== -1) places[count++] = place;
  }
  return places.subarray(0, count);
}
