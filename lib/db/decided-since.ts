import { type Sql, sql } from "./sql.ts";

/**
 * Whether nobody has done anything to a conversation since the given version but decide: the number of decisions, one by one
 * or in acts on many that stand, makes up for all the versions in between. Selects one row if so. Two index ranges.
 */
export function decidedSince(conversation: { id: string; version: number }, version: number): Sql {
  return sql`
    SELECT 1 AS one WHERE ${conversation.version}::int - ${version}::int = (
      SELECT count(*) FROM event
      WHERE event.conversation_id = ${conversation.id}::uuid AND event.to_version > ${version}::int AND event.kind = 'conversation.decided'
    ) + (
      SELECT count(*) FROM bulk_item JOIN bulk_act ON bulk_act.id = bulk_item.bulk_id
      WHERE bulk_item.conversation_id = ${conversation.id}::uuid AND bulk_item.version > ${version}::int AND bulk_item.outcome = 'done'
        AND bulk_act.state IN ('running', 'done') AND bulk_act.act->>'kind' = 'decide'
    )`;
}
