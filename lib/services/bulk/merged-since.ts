import type { ClientBase } from "pg";

/** Whether one of these tags was merged, or merged into, after an event. Holds the tags until commit. */
export async function mergedSince(
  client: ClientBase,
  projectId: string,
  event: number,
  tags: readonly string[],
): Promise<boolean> {
  await client.query("SELECT FROM tag WHERE id = ANY($1::uuid[]) ORDER BY id FOR SHARE", [tags]);
  const { rows } = await client.query(
    `SELECT FROM event WHERE project_id = $1 AND number > $2 AND kind = 'tag.merged' AND (payload->>'id' = ANY($3) OR payload->>'into' = ANY($3)) LIMIT 1`,
    [projectId, event, tags],
  );
  return rows.length > 0;
}
