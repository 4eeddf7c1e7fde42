import type { ClientBase } from "pg";
import type { Transaction } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";

/**
 * Marks what compares the answers to a conversation's question as stale, in the transaction that changed the text. Nothing
 * happens where it has no question key. One row by its key; call it after the event, whose chain keeps writers in order.
 */
export async function markQuestionStale(tx: Transaction, conversationId: string, event: number): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO stale_question (project_id, question_key, event_number)
    SELECT project_id, question_key, ${event} FROM conversation WHERE id = ${conversationId}::uuid AND question_key IS NOT NULL
    ON CONFLICT (project_id, question_key) DO UPDATE SET event_number = excluded.event_number`);
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
