import type { Pool } from "pg";
import { z } from "zod";
import type { LeakSearch } from "#lib/schema/leak.ts";
import { ForeignNeighbours, HomeNeighbours } from "#lib/schema/neighbour.ts";
import { readCursor, refusedCursor, writeCursor } from "./conversation-cursor.ts";
import { type ResolvedFilter, whereFilter } from "./conversation-filter.ts";
import { hasCopy, isSpare } from "./neighbour-conditions.ts";
import { join, type Sql, sql } from "./sql.ts";

/** One conversation of the list, by ids. */
export const LeakRecord = z.object({
  id: z.string(),
  home: HomeNeighbours,
  abroad: ForeignNeighbours,
  nearest_home: z.number().nullable(),
  same_in: z.int(),
  compared: z.int(),
});
export type LeakRecord = z.infer<typeof LeakRecord>;

/** The list it belongs to, what the last row is ordered by, and its id. */
const Cursor = z.tuple([z.enum(["leaks", "copies"]), z.number(), z.uuid()]);

/**
 * One page of what is said in other cultures too, in most of them first; or of what is said more than once in its culture, the
 * most alike first, each group of copies by the one to keep. Walks an index of `neighbour`; what the filter does not let pass
 * is gone over.
 */
export async function listLeakRows(
  pool: Pool,
  filter: ResolvedFilter,
  search: LeakSearch,
): Promise<{ rows: LeakRecord[]; next: string | null }> {
  const { kind, limit, cursor } = search;
  const column = kind === "leaks" ? sql`neighbour.same_in` : sql`neighbour.nearest_home`;
  const after = cursor === undefined ? null : decode(kind, cursor);
  const beyond =
    after === null
      ? sql`true`
      : sql`${column} <= ${after.value} AND (${column} < ${after.value} OR neighbour.conversation_id > ${after.id}::uuid)`;
  const { rows } = await pool.query(
    sql`SELECT neighbour.conversation_id AS id, home, abroad, nearest_home, same_in, compared
      FROM neighbour JOIN conversation ON conversation.id = neighbour.conversation_id
      WHERE ${conditions(filter, search)} AND ${beyond} ORDER BY ${column} DESC, neighbour.conversation_id LIMIT ${limit + 1}`.toQuery(),
  );
  const records = rows.slice(0, limit).map((row) => LeakRecord.parse(row));
  const last = records.at(-1);
  return { rows: records, next: rows.length > limit && last ? encode(kind, last) : null };
}

/** How many the list has. O(leaks or copies of the project). */
export async function countLeaks(pool: Pool, filter: ResolvedFilter, search: LeakSearch): Promise<number> {
  return count(
    pool,
    sql`FROM neighbour JOIN conversation ON conversation.id = neighbour.conversation_id WHERE ${conditions(filter, search)}`,
  );
}

/** How many a filter lets pass. O(matches). */
export async function countMatching(pool: Pool, filter: ResolvedFilter): Promise<number> {
  return count(pool, sql`FROM conversation WHERE ${whereFilter(filter)}`);
}

async function count(pool: Pool, from: Sql): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(sql`SELECT count(*)::int AS count ${from}`.toQuery());
  return rows[0]?.count ?? 0;
}

function conditions(filter: ResolvedFilter, { kind, least, from }: LeakSearch): Sql {
  const { projectId } = filter;
  const own =
    kind === "leaks"
      ? [sql`neighbour.same_in >= ${least}`]
      : [hasCopy(from, sql`true`), sql`NOT (${isSpare(projectId, from)})`];
  return join([sql`neighbour.project_id = ${projectId}::uuid`, ...own, whereFilter(filter)], " AND ");
}

function encode(kind: LeakSearch["kind"], { id, same_in, nearest_home }: LeakRecord): string {
  return writeCursor([kind, kind === "leaks" ? same_in : (nearest_home ?? 0), id]);
}

function decode(kind: LeakSearch["kind"], text: string): { value: number; id: string } {
  const [belongsTo, value, id] = readCursor(Cursor, text);
  if (belongsTo !== kind) throw refusedCursor();
  return { value, id };
}
