import type { ClientBase } from "pg";
import type { Verdict } from "#lib/curation/status-of.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import { ConversationState } from "#lib/schema/act-payload.ts";

export interface LockedRow {
  version: number;
  state: ConversationState;
  /** Whether the act would leave it as it is. */
  same: boolean;
}

/** Locks conversations in the order of their ids, so that two batches never wait for each other, and reads them then. */
export async function lockRows(
  client: ClientBase,
  ids: readonly string[],
  same: Sql = sql`false`,
): Promise<Map<string, LockedRow>> {
  await client.query("SELECT FROM conversation WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE", [ids]);
  const { rows } = await client.query<{ id: string; version: number; same: boolean }>(
    sql`SELECT id, version, status, flagged, edited, head_revision AS "headRevision", decision_count AS "decisionCount", decided_by AS "decidedBy",
        assignee_id AS assignee, (${same}) AS same
      FROM conversation WHERE id = ANY(${ids}::uuid[])`.toQuery(),
  );
  return new Map(
    rows.map((row) => [row.id, { version: row.version, same: row.same, state: ConversationState.parse(row) }]),
  );
}

export interface StandingVerdict extends Verdict {
  id: string;
  userId: string | null;
}

/** The standing verdicts on each of these conversations, oldest first. */
export async function readVerdicts(
  client: ClientBase,
  ids: readonly string[],
): Promise<Map<string, StandingVerdict[]>> {
  const { rows } = await client.query<StandingVerdict & { conversation: string }>(
    `SELECT conversation_id AS conversation, id, coalesce(user_id::text, 'operator') AS person, user_id AS "userId", kind FROM decision
     WHERE conversation_id = ANY($1::uuid[]) AND NOT withdrawn AND kind IN ('accept', 'reject') ORDER BY id`,
    [ids],
  );
  return Map.groupBy(rows, ({ conversation }) => conversation);
}
