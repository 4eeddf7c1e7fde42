import { z } from "zod";
import { resolveFilter, whereFilter } from "#lib/db/conversation-filter.ts";
import { sql } from "#lib/db/sql.ts";
import { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { defineProjectRead } from "./define.ts";

/** More than so many are said as so many. */
const countedAtMost = 1000;

/**
 * Up to when nothing can be missed any more: rows are stamped when their transaction begins and seen when it commits, so that
 * is where the oldest transaction that still writes began.
 */
const settled = sql`(SELECT least(min(xact_start), clock_timestamp()) FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL)`;

const Changes = z.strictObject({
  /** When it was counted, by the clock that stamps rows: `since` of the next question. */
  now: z.iso.datetime(),
  /** Matching conversations that came after `since`, 1000 at most. */
  added: z.int().max(countedAtMost),
  /** Matching conversations that were there and have changed after `since`, 1000 at most. */
  changed: z.int().max(countedAtMost),
});

/**
 * What has become of a list since it was read, so that a page can offer the news without moving its rows. One scan of what
 * changed since, not of the list.
 */
export const readChanges = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Count conversations added or changed since a time",
    Input: z.strictObject({ project: z.string(), since: z.iso.datetime(), ...ConversationFilter.shape }),
    Output: Changes,
  },
  async ({ world, project }, { project: _slug, since, ...filter }) => {
    const where = whereFilter(await resolveFilter(world.pool, project.id, filter));
    const isNew = sql`conversation.created_at > ${since}::timestamptz`;
    const query = sql`
      SELECT ${settled} AS now, count(*) FILTER (WHERE is_new)::int AS added, count(*) FILTER (WHERE NOT is_new)::int AS changed FROM (
        (SELECT true AS is_new FROM conversation WHERE ${where} AND conversation.updated_at > ${since}::timestamptz AND ${isNew} LIMIT ${countedAtMost})
        UNION ALL
        (SELECT false FROM conversation WHERE ${where} AND conversation.updated_at > ${since}::timestamptz AND NOT ${isNew} LIMIT ${countedAtMost})
      ) changes`;
    const { rows } = await world.pool.query<{ now: Date; added: number; changed: number }>(query.toQuery());
    const [row] = rows;
    return { now: (row?.now ?? world.now()).toISOString(), added: row?.added ?? 0, changed: row?.changed ?? 0 };
  },
);
