import type { ClientBase } from "pg";
import { idAt } from "#lib/curation/columns/id-words.ts";
import { queueKeys } from "#lib/curation/columns/queue-keys.ts";
import { rankRows } from "#lib/curation/columns/rank-rows.ts";
import { everyPlace, placesOf } from "#lib/curation/columns/some-places.ts";
import { resolvedFilters } from "#lib/db/columns/resolved-filters.ts";
import { resolveFilter, whereFilter } from "#lib/db/conversation-filter.ts";
import { searchNumbers } from "#lib/db/search-condition.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";
import type { World } from "#lib/world/world.ts";

export interface Pick {
  projectId: string;
  userId: string;
  filter: Omit<ConversationFilter, "status">;
  order: QueueOrder;
  count: number;
  /** Conversations that are not to be picked. */
  exclude: readonly string[];
}

/** What comes first in the order of a queue, by ids; `more` gives more of them. */
export interface QueueAhead {
  ids: readonly string[];
  /** Null where these are all. */
  more: (() => Promise<QueueAhead>) | null;
}

/** So many of the first in order are looked at before all that comes after them. */
const firstLooked = 500;

/**
 * The next pending conversations for a person who has neither decided nor skipped them: first those they are asked to
 * decide, then those that nobody is, and last those of cultures they said are not theirs; each part in the order of the
 * queue. None goes to more people than the project wants. Call it while claims of the project wait.
 *
 * The oldest are found by one probe of an index for each culture, however many rows are pending; another order by a look at
 * the few that come first in it.
 *
 * @param ahead what `queueAhead` gave before claims began to wait; null for the oldest first
 */
export async function pickConversations(
  world: World,
  client: ClientBase,
  pick: Pick,
  ahead: QueueAhead | null,
): Promise<string[]> {
  const { projectId, userId, filter, count, exclude } = pick;
  if (count === 0) return [];
  const resolved = await resolveFilter(world.pool, projectId, filter);
  const open = sql`${whereFilter(resolved)} AND conversation.status = 'pending' AND conversation.id <> ALL(${exclude}::uuid[])
    AND NOT EXISTS (
      SELECT 1 FROM decision WHERE decision.conversation_id = conversation.id AND decision.user_id = ${userId}::uuid AND NOT decision.withdrawn AND decision.kind <> 'flag'
    )
    AND conversation.decision_count + (
      SELECT count(*) FROM lease WHERE lease.conversation_id = conversation.id AND lease.user_id <> ${userId}::uuid AND lease.expires_at > now()
    ) < (SELECT overlap FROM project WHERE project.id = ${projectId}::uuid)`;
  return ahead === null ? pickOldest(client, pick, open) : pickAhead(client, ahead, count, open);
}

/** The cultures of conversations that the person skipped as not theirs. */
function othersOf({ projectId, userId }: Pick): Sql {
  return sql`(
    SELECT skipped.culture_id FROM decision JOIN conversation skipped ON skipped.id = decision.conversation_id
    WHERE decision.project_id = ${projectId}::uuid AND decision.user_id = ${userId}::uuid AND decision.reason = 'not-my-culture' AND NOT decision.withdrawn
  )`;
}

async function pickOldest(client: ClientBase, pick: Pick, open: Sql): Promise<string[]> {
  const { projectId, userId, count } = pick;
  const others = othersOf(pick);
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

async function pickAhead(client: ClientBase, ahead: QueueAhead, count: number, open: Sql): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    sql`SELECT conversation.id FROM unnest(${ahead.ids}::uuid[]) WITH ORDINALITY AS wanted (id, place)
      JOIN conversation ON conversation.id = wanted.id WHERE ${open} ORDER BY wanted.place LIMIT ${count}`.toQuery(),
  );
  if (rows.length === count || ahead.more === null) return rows.map(({ id }) => id);
  return pickAhead(client, await ahead.more(), count, open);
}

/**
 * What comes first in a queue, by one pass over the project's columns, which the first look loads. Null for the oldest first,
 * and where the filter asks for what the columns do not tell: then the oldest come first.
 */
export async function queueAhead(world: World, pick: Pick): Promise<QueueAhead | null> {
  const { projectId, userId, filter, order, count } = pick;
  if (count === 0 || order.by === "oldest") return null;
  const resolved = await resolveFilter(world.pool, projectId, { ...filter, status: ["pending"] });
  const [{ rows }, numbers] = await Promise.all([
    world.pool.query<{ id: string }>(sql`SELECT DISTINCT culture_id AS id FROM ${othersOf(pick)} other`.toQuery()),
    resolved.tsquery === undefined ? null : searchNumbers(world.pool, projectId, resolved.tsquery),
  ]);
  const others = new Set(rows.map(({ id }) => id));
  const first = (most: number): Promise<QueueAhead | null> =>
    world.columns.look(projectId, (columns) => {
      const filters = resolvedFilters(columns, resolved);
      if (filters === null) return null;
      const { codes, names } = columns;
      const mine = names.assignee.codeOf(userId);
      const part = (place: number) => {
        const assignee = codes.assignee[place] ?? 0;
        if (assignee === mine) return 0;
        if (names.assignee.valueOf(assignee) !== null) return Number.NaN;
        return others.has(names.culture.valueOf(codes.culture[place] ?? 0) ?? "") ? 2 : 1;
      };
      const keysAt = [part, queueKeys(columns, order, userId)] as const;
      const places = numbers === null ? everyPlace(columns) : placesOf(columns, numbers);
      const ranked = rankRows(columns, places, filters, { keysAt, keysOf: () => [0, 0], idSign: 1 }, most, null);
      const ids = ranked.map(({ place }) => idAt(columns.ids, place));
      const none: QueueAhead = { ids: [], more: null };
      return { ids, more: ids.length < most ? null : async () => (await first(most * 8)) ?? none };
    });
  return first(firstLooked);
}
