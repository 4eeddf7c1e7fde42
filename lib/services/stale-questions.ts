import type { ClientBase } from "pg";
import { type Sql, sql } from "#lib/db/sql.ts";

/**
 * Marks what compares the answers to the questions of some conversations as stale, in the transaction that changed their texts.
 * Nothing happens where there is no question key. One row a question by its key; run it after the events, whose chain keeps
 * writers in order.
 */
export function markQuestionsStale(conversations: readonly string[]): Sql {
  return sql`
    INSERT INTO stale_question (project_id, question_key, event_number)
    SELECT DISTINCT conversation.project_id, question_key, event_chain.number
    FROM conversation JOIN event_chain ON event_chain.project_id = conversation.project_id
    WHERE conversation.id = ANY(${conversations}::uuid[]) AND question_key IS NOT NULL
    ON CONFLICT (project_id, question_key) DO UPDATE SET event_number = excluded.event_number`;
}

/** The number of a project's last event. Asked before texts are read, it is no later than what they say. */
export async function lastEvent(client: ClientBase, projectId: string): Promise<number> {
  const { rows } = await client.query<{ number: string }>("SELECT number FROM event_chain WHERE project_id = $1", [
    projectId,
  ]);
  return Number(rows[0]?.number ?? 0);
}

/**
 * Questions that have been compared anew are stale no more, unless an answer has changed after the given event: then the
 * comparison did not see it. Of one conversation's question, or of all.
 */
export async function settleQuestions(
  client: ClientBase,
  projectId: string,
  event: number,
  conversationId?: string,
): Promise<void> {
  await client.query(
    `DELETE FROM stale_question WHERE project_id = $1 AND event_number <= $2
       AND ($3::uuid IS NULL OR question_key = (SELECT question_key FROM conversation WHERE id = $3))`,
    [projectId, event, conversationId ?? null],
  );
}
