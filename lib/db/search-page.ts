import type { Pool } from "pg";
import { conditionsOf, type Phase } from "./conversation-order.ts";
import { searchNumbers } from "./search-condition.ts";
import { join, type Sql, sql } from "./sql.ts";

/** What a page of a search is taken from. */
export interface SearchWalk {
  projectId: string;
  tsquery: string;
  /** Everything else that the filter asks for. */
  where: Sql;
  phases: readonly Phase[];
}

/**
 * The ids of the first `most` conversations of a sort that a search finds, by SQL alone, for a project that is not in memory.
 * Rare words have few matches, which are fetched and sorted. The matches of common ones become a bit each, and the whole
 * sort is walked by bits.
 *
 * @param sorted up to so many matches are fetched and sorted
 */
export async function searchPage(pool: Pool, walk: SearchWalk, most: number, sorted: number): Promise<string[]> {
  const { projectId, tsquery } = walk;
  const some = await pool.query<{ ids: string[] | null }>("SELECT search_some($1, $2::tsquery, $3) AS ids", [
    projectId,
    tsquery,
    sorted + 1,
  ]);
  const ids = some.rows[0]?.ids ?? [];
  if (ids.length <= sorted) return sortMatches(pool, walk, ids, most);
  return walkBits(pool, walk, await searchNumbers(pool, projectId, tsquery), most);
}

/** Fetches what a sort reads of all matches that pass, once, and takes the phases one after the other from that. */
async function sortMatches(
  pool: Pool,
  { where, phases }: SearchWalk,
  ids: readonly string[],
  most: number,
): Promise<string[]> {
  const [first, ...rest] = phases.map(
    (phase) =>
      sql`(SELECT conversation.id FROM matching conversation WHERE ${join([sql`true`, ...conditionsOf(phase)], " AND ")} ORDER BY ${phase.order} LIMIT ${most})`,
  );
  if (!first || ids.length === 0) return [];
  const all = rest.reduce((before, phase) => sql`${before} UNION ALL ${phase}`, first);
  const { rows } = await pool.query<{ id: string }>(
    sql`WITH matching AS MATERIALIZED (
      SELECT conversation.id, conversation.culture_id, conversation.status, conversation.updated_at, conversation.representativeness, conversation.distinctiveness
      FROM conversation WHERE conversation.id = ANY(${ids}::uuid[]) AND ${where}
    ) SELECT id FROM (${all}) page LIMIT ${most}`.toQuery(),
  );
  return rows.map(({ id }) => id);
}

/** Goes through the sort to the end if need be, asking of each row only whether its number's bit is set. */
async function walkBits(
  pool: Pool,
  { where, phases }: SearchWalk,
  numbers: Int32Array,
  most: number,
): Promise<string[]> {
  if (numbers.length === 0) return [];
  let lowest = Number.POSITIVE_INFINITY;
  let highest = 0;
  for (const number of numbers) {
    if (number < lowest) lowest = number;
    if (number > highest) highest = number;
  }
  const bits = Buffer.alloc(Math.ceil((highest - lowest + 1) / 8));
  for (const number of numbers) {
    const at = number - lowest;
    bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
  }
  const isFound = sql`CASE WHEN conversation.number BETWEEN ${lowest} AND ${highest} THEN get_bit(${bits}::bytea, conversation.number - ${lowest}) = 1 ELSE false END`;
  const found: string[] = [];
  for (const phase of phases) {
    const { order } = phase;
    const hits = await pool.query<{ id: string }>(
      sql`SELECT conversation.id FROM conversation WHERE ${join([where, ...conditionsOf(phase), isFound], " AND ")}
        ORDER BY ${order} LIMIT ${most - found.length}`.toQuery(),
    );
    found.push(...hits.rows.map(({ id }) => id));
    if (found.length >= most) break;
  }
  return found;
}
