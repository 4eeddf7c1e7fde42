import type { Pool } from "pg";
import type { Columns } from "#lib/curation/columns/columns.ts";
import { idAt, idWords } from "#lib/curation/columns/id-words.ts";
import { rankRows } from "#lib/curation/columns/rank-rows.ts";
import { rowOrder } from "#lib/curation/columns/row-order.ts";
import { everyPlace, placesOf } from "#lib/curation/columns/some-places.ts";
import type { ConversationSort } from "#lib/schema/conversation-sort.ts";
import type { ProjectColumns } from "./columns/project-columns.ts";
import { isTold, resolvedFilters } from "./columns/resolved-filters.ts";
import type { ConversationCursor } from "./conversation-cursor.ts";
import type { ResolvedFilter } from "./conversation-filter.ts";
import { placeOf, type SortedRecord, type SortGroups } from "./conversation-order.ts";
import { expectedFinds, looseSearchTsquery, searchNumbers, searchTest } from "./search-condition.ts";
import { sql } from "./sql.ts";

/** A sorted list and where in it a page begins. */
export interface SortedList {
  sort: ConversationSort;
  groups: SortGroups;
  cursor: ConversationCursor | null;
}

export interface RankBounds {
  /** From so many on, what the planner expects is very much. */
  many: number;
  /** So many of the rows that come first are tested. */
  looked: number;
}

/** The first rows of a list as memory has them. */
export interface RankedPage {
  ids: readonly string[];
  /** Whether a row is still where memory has it in the order. */
  isStill(record: SortedRecord): boolean;
  /** Whether the rows, read after that, are all there and still where they were in the order. */
  stands(records: readonly SortedRecord[]): boolean;
}

function pageOf(ids: readonly string[], isStill: RankedPage["isStill"]): RankedPage {
  return {
    ids,
    isStill,
    stands: (records) => records.length === ids.length && records.every(isStill),
  };
}

/**
 * The first `most` conversations that a search finds, put in order in memory. All numbers that the search finds and one pass
 * over them. First a test of the rows that come first, where the planner expects very many, or where neighbours are asked
 * for: then of those that have all the words. Null while the project is not in memory, which this begins to bring about, and
 * where the filter asks for what memory does not tell. Without a search, all that the filter lets pass.
 */
export async function rankFound(
  pool: Pool,
  memory: ProjectColumns | null,
  filter: ResolvedFilter,
  { sort, groups, cursor }: SortedList,
  most: number,
  { many, looked }: RankBounds,
): Promise<RankedPage | null> {
  const { projectId, tsquery } = filter;
  if (memory === null || !isTold(filter)) return null;
  if (!memory.has(projectId)) {
    memory.prepare(projectId);
    return null;
  }
  const rank = (placesOf: (columns: Columns) => Int32Array, count: number) =>
    memory.look(projectId, (columns): RankedPage | null => {
      const filters = resolvedFilters(columns, filter);
      if (filters === null) return null;
      const order = rowOrder(columns, sort, groups);
      const after = cursor && { keys: order.keysOf(cursor.values), ids: idWords(cursor.id), at: 0 };
      const ranked = rankRows(columns, placesOf(columns), filters, order, count, after);
      const keys = new Map(ranked.map(({ place, keys }) => [idAt(columns.ids, place), keys]));
      return pageOf([...keys.keys()], ({ id, ...record }) => {
        const [first, second] = order.keysOf(placeOf(sort, { id, ...record }).values);
        const known = keys.get(id);
        return known?.[0] === first && known[1] === second;
      });
    });
  if (tsquery === undefined) return rank(everyPlace, most);
  const testFirst = async (places: (columns: Columns) => Int32Array) => {
    const first = await rank(places, looked);
    if (first === null) return null;
    const found = await testInOrder(pool, tsquery, first.ids, most);
    return found.length === most || first.ids.length < looked ? pageOf(found, first.isStill) : null;
  };
  const loose = looseSearchTsquery(projectId, filter.rest.search);
  if ((await expectedFinds(pool, projectId, tsquery)) >= many) {
    const page = await testFirst(everyPlace);
    if (page) return page;
  } else if (loose !== null) {
    const numbers = await searchNumbers(pool, projectId, loose);
    const page = await testFirst((columns) => placesOf(columns, numbers));
    if (page) return page;
  }
  const numbers = await searchNumbers(pool, projectId, tsquery);
  return rank((columns) => placesOf(columns, numbers), most);
}

/** Of some conversations the first `most` that a search finds, in the order in which they are given. */
async function testInOrder(pool: Pool, tsquery: string, ids: readonly string[], most: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    sql`SELECT conversation.id FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS conversation (id, place)
      WHERE ${searchTest(tsquery)} ORDER BY place LIMIT ${most}`.toQuery(),
  );
  return rows.map(({ id }) => id);
}
