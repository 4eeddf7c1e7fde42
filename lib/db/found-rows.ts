import type { Pool } from "pg";
import type { ProjectColumns } from "./columns/project-columns.ts";
import { type ResolvedFilter, whereFilter } from "./conversation-filter.ts";
import type { Phase } from "./conversation-order.ts";
import type { PageBounds, RowRecord } from "./conversation-rows.ts";
import { scanOf } from "./conversation-scan.ts";
import { rowColumns, rowJoins } from "./row-columns.ts";
import { searchTest } from "./search-condition.ts";
import { searchPage } from "./search-page.ts";
import { type RankBounds, rankFound, type SortedList } from "./search-ranked.ts";
import { type Sql, sql } from "./sql.ts";

/** So many phases of a search are tested: a sort by culture has forty, most of them short. */
const testedPhases = 3;

/**
 * The first `count` rows of the phases that a search finds. Common words are met soon on the way through the sort, so its
 * first rows are tested. If that does not fill the page, all matches are put in order in memory, or by SQL while the project
 * is not there.
 *
 * @param filter without the condition of the search
 */
export async function readFound(
  pool: Pool,
  columns: ProjectColumns | null,
  filter: ResolvedFilter & { tsquery: string },
  sorted: SortedList & { phases: readonly Phase[] },
  count: number,
  { tested, sortedFound, ...bounds }: PageBounds,
): Promise<RowRecord[]> {
  const { projectId, tsquery } = filter;
  const { phases } = sorted;
  const early = tested > 0 ? await readTested(pool, filter, phases, count, tested) : null;
  if (early) return early;
  const where = whereFilter(filter);
  const ranked = await readRanked(pool, columns, filter, sorted, count, bounds);
  if (ranked) return ranked;
  const ids = await searchPage(pool, { projectId, tsquery, where, phases }, count, sortedFound);
  return readByIds(pool, ids, sql`true`);
}

/** The first `count` rows as memory puts them in order; null where it cannot, or where one of them has just moved. */
export async function readRanked(
  pool: Pool,
  columns: ProjectColumns | null,
  filter: ResolvedFilter,
  sorted: SortedList,
  count: number,
  bounds: RankBounds,
): Promise<RowRecord[] | null> {
  const ranked = await rankFound(pool, columns, filter, sorted, count, bounds);
  if (!ranked) return null;
  const records = await readByIds(pool, ranked.ids, whereFilter(filter));
  return ranked.stands(records) ? records : null;
}

/** The rows of these ids that meet a condition, in the order of the ids. */
export async function readByIds(pool: Pool, ids: readonly string[], where: Sql): Promise<RowRecord[]> {
  if (ids.length === 0) return [];
  const page = sql`
    SELECT ${rowColumns} FROM (SELECT * FROM conversation WHERE conversation.id = ANY(${ids}::uuid[]) AND ${where}) conversation ${rowJoins}
    ORDER BY array_position(${ids}::uuid[], conversation.id)`;
  return (await pool.query<RowRecord>(page.toQuery())).rows;
}

/** Tests the first rows of each phase; null when they do not fill the page and there are more. */
async function readTested(
  pool: Pool,
  filter: ResolvedFilter & { tsquery: string },
  phases: readonly Phase[],
  count: number,
  tested: number,
): Promise<RowRecord[] | null> {
  const testing = { ...filter, searchCondition: searchTest(filter.tsquery) };
  const records: RowRecord[] = [];
  for (const phase of phases.slice(0, testedPhases)) {
    const scan = scanOf(testing, phase);
    const missing = count - records.length;
    const { rows } = await pool.query<RowRecord>(scan.rows(missing, tested).toQuery());
    records.push(...rows);
    if (rows.length === missing) return records;
    if ((await pool.query(scan.beyond(tested).toQuery())).rows.length > 0) return null;
  }
  return phases.length <= testedPhases ? records : null;
}
