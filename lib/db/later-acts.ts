import { type Sql, sql } from "./sql.ts";

/** One act that came later and still stands: a verdict in an act on many counts as one by itself. */
export interface LaterAct {
  conversation: string;
  kind: string;
  /** Null for the operator. */
  person: string | null;
}

/**
 * The acts on these conversations after an event that still stand: neither they nor the act on many they belong to was taken
 * back. Selects rows as `LaterAct`. A few index ranges per conversation.
 */
export function laterActs(conversations: readonly string[], after: number): Sql {
  return sql`
    SELECT later.conversation_id AS conversation, later.kind, later.actor_id AS person FROM event later
    WHERE later.conversation_id = ANY(${conversations}::uuid[]) AND later.number > ${after}::bigint AND later.to_version IS NOT NULL
      AND later.kind NOT IN ('conversation.undone', 'conversation.redone')
      AND NOT EXISTS (
        SELECT FROM event undone WHERE undone.project_id = later.project_id AND undone.subject = later.number AND undone.kind = 'conversation.undone'
          AND NOT EXISTS (SELECT FROM event redone WHERE redone.project_id = later.project_id AND redone.subject = later.number AND redone.number > undone.number)
      )
    UNION ALL
    SELECT bulk_item.conversation_id, CASE WHEN bulk_act.act->>'kind' = 'decide' THEN 'conversation.decided' ELSE 'conversations.acted' END, bulk_act.user_id
    FROM bulk_item JOIN bulk_act ON bulk_act.id = bulk_item.bulk_id
    WHERE bulk_item.conversation_id = ANY(${conversations}::uuid[]) AND bulk_item.event_number > ${after}::bigint AND NOT CASE bulk_act.state
        WHEN 'undoing' THEN bulk_item.outcome IS NOT DISTINCT FROM 'done'
        WHEN 'undone' THEN bulk_item.outcome IS NOT DISTINCT FROM 'done'
        WHEN 'redoing' THEN bulk_item.outcome IS NULL
        ELSE false
      END`;
}
