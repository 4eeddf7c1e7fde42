import type { BulkAct } from "#lib/schema/bulk.ts";
import { type Sql, sql } from "./sql.ts";

/** Who acts, and by which policy. `null` is the operator. */
export interface BulkActor {
  person: string | null;
  overlap: number;
}

/**
 * The condition on a row of `conversation` that is already as the act would make it: with one decider per conversation the
 * newest verdict says the same of the current text; with several, the asker's own does.
 */
export function staysTheSame(act: BulkAct, { person, overlap }: BulkActor): Sql {
  if (act.kind === "assign") return sql`conversation.assignee_id IS NOT DISTINCT FROM ${act.to}::uuid`;
  if (act.kind === "tag") {
    const remove = act.remove.filter((tag) => !act.add.includes(tag));
    return sql`NOT EXISTS (
        SELECT FROM unnest(${act.add}::uuid[]) AS wanted (id) WHERE NOT EXISTS (
          SELECT FROM conversation_tag WHERE conversation_tag.conversation_id = conversation.id AND conversation_tag.tag_id = wanted.id)
      ) AND NOT EXISTS (
        SELECT FROM conversation_tag WHERE conversation_tag.conversation_id = conversation.id AND conversation_tag.tag_id = ANY(${remove}::uuid[])
      )`;
  }
  const kind =
    act.keep == null
      ? sql`${act.decision}`
      : sql`CASE WHEN conversation.id = ${act.keep}::uuid THEN 'accept' ELSE ${act.decision} END`;
  const reason =
    act.reason == null
      ? sql`true`
      : sql`(verdict.reason = ${act.reason} OR conversation.id IS NOT DISTINCT FROM ${act.keep ?? null}::uuid)`;
  const counts =
    overlap === 1
      ? sql`conversation.status = verdict.kind || 'ed' AND verdict.id = (
          SELECT newest.id FROM decision newest
          WHERE newest.conversation_id = conversation.id AND NOT newest.withdrawn AND newest.kind IN ('accept', 'reject') ORDER BY newest.id DESC LIMIT 1)`
      : sql`verdict.user_id IS NOT DISTINCT FROM ${person}::uuid`;
  return sql`conversation.decision_count > 0 AND EXISTS (
      SELECT FROM decision verdict
      WHERE verdict.conversation_id = conversation.id AND NOT verdict.withdrawn AND verdict.kind = ${kind} AND verdict.revision = conversation.head_revision
        AND ${reason} AND (${act.note ?? null}::text IS NULL OR verdict.note = ${act.note ?? null})
        AND ${counts}
    )`;
}

/** The condition on a row of `conversation` on which somebody else's verdict stands. */
export function decidedByOthers({ person }: BulkActor): Sql {
  return sql`conversation.decision_count > 0 AND EXISTS (
      SELECT FROM decision verdict
      WHERE verdict.conversation_id = conversation.id AND NOT verdict.withdrawn AND verdict.kind IN ('accept', 'reject') AND verdict.user_id IS DISTINCT FROM ${person}::uuid
    )`;
}
