import { countMatching } from "#lib/curation/columns/count-facets.ts";
import { givenNumbers } from "#lib/db/columns/given-numbers.ts";
import { resolveFilter, whereFilter } from "#lib/db/conversation-filter.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { expandSearch } from "#lib/schema/expand-search.ts";
import type { World } from "#lib/world/world.ts";
import { readFacetWords } from "./facet-words.ts";

export interface Queue {
  projectId: string;
  userId: string;
  filter: Omit<ConversationFilter, "status">;
}

/**
 * How many conversations of a queue are left for a person: pending, asked of nobody else, neither decided nor skipped by
 * them. From the columns, less the few of those that the person has dealt with; while the columns are not in memory, by one
 * count over everything pending.
 */
export async function countLeft(world: World, queue: Queue): Promise<number> {
  const { projectId, userId, filter } = queue;
  const pending = expandSearch({ ...filter, status: ["pending"] });
  const open = sql`${whereFilter(await resolveFilter(world.pool, projectId, pending))}
    AND (conversation.assignee_id IS NULL OR conversation.assignee_id = ${userId}::uuid)`;
  const said = sql`decision.project_id = ${projectId}::uuid AND decision.user_id = ${userId}::uuid AND NOT decision.withdrawn`;
  if (!world.columns.has(projectId)) {
    world.columns.prepare(projectId);
    return count(
      world,
      sql`${open} AND NOT EXISTS (
        SELECT 1 FROM decision WHERE decision.conversation_id = conversation.id AND ${said} AND decision.kind <> 'flag')`,
    );
  }
  const [words, given, done] = await Promise.all([
    readFacetWords(world.pool, projectId),
    givenNumbers(world.pool, projectId, pending),
    // A verdict on what is still pending is one of several that are wanted: the conversation counts it.
    count(
      world,
      sql`${open} AND conversation.id IN (
        SELECT decision.conversation_id FROM decision WHERE ${said} AND decision.kind = 'skip'
        UNION
        SELECT begun.id FROM conversation begun WHERE begun.project_id = ${projectId}::uuid AND begun.status = 'pending' AND begun.decision_count > 0
          AND EXISTS (SELECT 1 FROM decision WHERE decision.conversation_id = begun.id AND ${said} AND decision.kind <> 'flag'))`,
    ),
  ]);
  const all = await world.columns.look(projectId, (columns) =>
    countMatching(columns, pending, words, given, { assignee: [userId, "nobody"] }),
  );
  // Two looks at a moving queue, one after the other: what somebody decides in between is missing from both.
  return Math.max(0, all - done);
}

async function count({ pool }: World, where: Sql): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM conversation WHERE ${where}`.toQuery(),
  );
  return rows[0]?.count ?? 0;
}
