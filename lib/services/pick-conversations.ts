import type { ClientBase } from "pg";
import { resolveFilter, whereFilter } from "#lib/db/conversation-filter.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { World } from "#lib/world/world.ts";

export interface Pick {
  projectId: string;
  userId: string;
  filter: Omit<ConversationFilter, "status">;
  count: number;
  /** Conversations that are not to be picked. */
  exclude: readonly string[];
}

/**
 * The next pending conversations for a person who has neither decided nor skipped them: first those they are asked to
 * decide, then those that nobody is, and last those of cultures they said are not theirs; each part by age. None goes to
 * more people than the project wants. One probe of an index for each culture, however many rows are pending. Call it while
 * claims of the project wait.
 */
export async function pickConversations(
  world: World,
  client: ClientBase,
  { projectId, userId, filter, count, exclude }: Pick,
): Promise<string[]> {
  if (count === 0) return [];
  const matching = whereFilter(await resolveFilter(world.pool, projectId, filter));
  const open = sql`${matching} AND conversation.status = 'pending' AND conversation.id <> ALL(${exclude}::uuid[])
    AND NOT EXISTS (
      SELECT 1 FROM decision WHERE decision.conversation_id = conversation.id AND decision.user_id = ${userId}::uuid AND NOT decision.withdrawn AND decision.kind <> 'flag'
    )
    AND conversation.decision_count + (
      SELECT count(*) FROM lease WHERE lease.conversation_id = conversation.id AND lease.user_id <> ${userId}::uuid AND lease.expires_at > now()
    ) < (SELECT overlap FROM project WHERE project.id = ${projectId}::uuid)`;
  const others = sql`(
    SELECT skipped.culture_id FROM decision JOIN conversation skipped ON skipped.id = decision.conversation_id
    WHERE decision.project_id = ${projectId}::uuid AND decision.user_id = ${userId}::uuid AND decision.reason = 'not-my-culture' AND NOT decision.withdrawn
  )`;
  const ofCultures = (condition: Sql, most: number) => sql`
    SELECT next.id FROM culture CROSS JOIN LATERAL (
      SELECT conversation.id FROM conversation
      WHERE conversation.culture_id = culture.id AND conversation.assignee_id IS NULL AND ${open} ORDER BY conversation.id LIMIT ${most}
    ) next
    WHERE culture.project_id = ${projectId}::uuid AND ${condition} ORDER BY next.id LIMIT ${most}`;
  const parts = [
    (most: number) =>
      sql`SELECT conversation.id FROM conversation WHERE conversation.assignee_id = ${userId}::uuid AND ${open} ORDER BY conversation.id LIMIT ${most}`,
    (most: number) => ofCultures(sql`culture.id NOT IN ${others}`, most),
    (most: number) => ofCultures(sql`culture.id IN ${others}`, most),
  ];
  const picked: string[] = [];
  for (const part of parts) {
    if (picked.length === count) break;
    const { rows } = await client.query<{ id: string }>(part(count - picked.length).toQuery());
    picked.push(...rows.map(({ id }) => id));
  }
  return picked;
}
