import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { type Sql, sql } from "./sql.ts";

/** The conditions of a filter that ask who is near a conversation, on the table `conversation`. */
export function neighbourConditions(
  projectId: string,
  { sameIn, nearCopy, spareCopy }: Pick<ConversationFilter, "sameIn" | "nearCopy" | "spareCopy">,
): Sql[] {
  const near = (condition: Sql) =>
    sql`conversation.id IN (SELECT neighbour.conversation_id FROM neighbour WHERE neighbour.project_id = ${projectId}::uuid AND ${condition})`;
  return [
    ...(sameIn === undefined ? [] : [near(sql`neighbour.same_in >= ${sameIn}`)]),
    ...(nearCopy === undefined ? [] : [near(hasCopy(nearCopy, sql`true`))]),
    ...(spareCopy === undefined ? [] : [isSpare(projectId, spareCopy)]),
  ];
}

/**
 * That a near copy is to be kept rather than the conversation: one that is accepted where it is not, or else the older one.
 * Of copies that all name each other exactly one is left by this.
 */
export function isSpare(projectId: string, least: number): Sql {
  const before = sql`(copy.status <> 'accepted', copy.id) < (own.status <> 'accepted', own.id)`;
  return sql`conversation.id IN (
    SELECT neighbour.conversation_id FROM neighbour JOIN conversation own ON own.id = neighbour.conversation_id
    WHERE neighbour.project_id = ${projectId}::uuid AND ${hasCopy(least, before)})`;
}

/** That a row of `neighbour` names a conversation of its culture that is so alike, not rejected and as `condition` has it. */
export function hasCopy(least: number, condition: Sql): Sql {
  return sql`neighbour.nearest_home >= ${least}::float8 AND EXISTS (
    SELECT 1 FROM json_array_elements(neighbour.home) near JOIN conversation copy ON copy.id = (near->>'id')::uuid
    WHERE (near->>'similarity')::float8 >= ${least}::float8 AND copy.status <> 'rejected' AND ${condition})`;
}
