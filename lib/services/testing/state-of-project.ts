import type { World } from "#lib/world/world.ts";

/**
 * One hash over all that people made of a project's conversations: their states, tags and standing decisions. Versions, events
 * and decisions that were taken back are not in it, so that work and its undo come to the same.
 */
export async function stateOfProject(world: World, projectId: string): Promise<string> {
  const { rows } = await world.pool.query<{ hash: string }>(
    `SELECT md5(string_agg(line, E'\\n' ORDER BY line)) AS hash FROM (
       SELECT concat_ws(' ', 'conversation', id, status, flagged, edited, head_revision, decision_count, decided_by, assignee_id, question) AS line
       FROM conversation WHERE project_id = $1
       UNION ALL SELECT concat_ws(' ', 'tag', conversation_id, tag_id) FROM conversation_tag JOIN conversation ON conversation.id = conversation_id WHERE project_id = $1
       UNION ALL SELECT concat_ws(' ', 'decision', id, conversation_id, user_id, kind, reason, note, revision) FROM decision WHERE project_id = $1 AND NOT withdrawn
     ) lines`,
    [projectId],
  );
  return rows[0]?.hash ?? "";
}
