import type { Pool } from "pg";
import { parseSearch } from "#lib/text/search-query.ts";
import { looseTsqueryText, tsqueryText } from "#lib/text/search-tsquery.ts";
import { numbersOf } from "./columns/matching-numbers.ts";
import { plannedRows } from "./planned-rows.ts";
import { type Sql, sql } from "./sql.ts";

/** The `tsquery` of the words of a search, as text; null where it has none. Fields in it are not looked at. */
export function searchTsquery(projectId: string, search: string | undefined): string | null {
  return search === undefined ? null : tsqueryText(parseSearch(search).terms, projectId, false);
}

/** A query that finds all that the search does and perhaps more, but quicker; null where there is none. See `looseTsqueryText`. */
export function looseSearchTsquery(projectId: string, search: string | undefined): string | null {
  return search === undefined ? null : looseTsqueryText(parseSearch(search).terms, projectId);
}

/** What a search lets pass, as a set: right for everything that goes over all of it. */
export function searchCondition(projectId: string, tsquery: string): Sql {
  return sql`conversation.id IN (SELECT search_matches(${projectId}::uuid, ${tsquery}::tsquery))`;
}

/** The same for a row that is at hand: its terms are fetched and looked through. */
export function searchTest(tsquery: string): Sql {
  return sql`(SELECT conversation_search.terms @@ ${tsquery}::tsquery FROM conversation_search WHERE conversation_search.conversation_id = conversation.id)`;
}

/** How many conversations the planner thinks a search finds. */
export function expectedFinds(pool: Pool, projectId: string, tsquery: string): Promise<number> {
  return plannedRows(
    pool,
    sql`SELECT FROM conversation_search WHERE conversation_search.project_id = ${projectId}::uuid AND conversation_search.terms @@ ${tsquery}::tsquery`,
  );
}

/** The numbers of all conversations that a search finds, in no order. Reads the index and narrow rows only. */
export async function searchNumbers(pool: Pool, projectId: string, tsquery: string | null): Promise<Int32Array> {
  if (tsquery === null) return new Int32Array();
  return numbersOf(pool, sql`SELECT search_numbers(${projectId}::uuid, ${tsquery}::tsquery) AS numbers`);
}
