import { createHash } from "node:crypto";
import type { World } from "#lib/world/world.ts";

/**
 * All that people made of each conversation of a project: its state, tags and standing decisions. Versions, events and
 * decisions that were taken back are not in it, so that work and its undo come to the same.
 */
export async function statesOf(world: World, projectId: string): Promise<Map<string, string>> {
  const { rows } = await world.pool.query<{ id: string; state: string }>(
    `SELECT id, concat_ws(' ', status, flagged, edited, head_revision, decision_count, decided_by, assignee_id, question,
       (SELECT json_agg(tag_id ORDER BY tag_id) FROM conversation_tag WHERE conversation_id = conversation.id),
       (SELECT json_agg(json_build_array(id, user_id, kind, reason, note, revision) ORDER BY id) FROM decision WHERE conversation_id = conversation.id AND NOT withdrawn)
     ) AS state FROM conversation WHERE project_id = $1 ORDER BY id`,
    [projectId],
  );
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/** One hash over the same. */
export async function stateOfProject(world: World, projectId: string): Promise<string> {
  return createHash("sha256")
    .update(JSON.stringify([...(await statesOf(world, projectId))]))
    .digest("hex");
}
