import type { Pool } from "pg";
import { z } from "zod";
import { ForeignNeighbours, HomeNeighbours } from "#lib/schema/neighbour.ts";

const Stored = z.object({
  /** The revision that was compared. */
  revision: z.int(),
  /** The text has changed since. */
  stale: z.boolean(),
  home: HomeNeighbours,
  abroad: ForeignNeighbours,
  /** In how many other cultures the same is said, of how many that were compared. */
  sameIn: z.int(),
  compared: z.int(),
});
/** Who was found near a conversation, by their ids. */
export type StoredNeighbours = z.infer<typeof Stored>;

/** Who was found near some conversations of a project; nothing for those that have not been compared. One query by keys. */
export async function readNeighbours(
  pool: Pool,
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, StoredNeighbours>> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT neighbour.conversation_id AS id, neighbour.revision, neighbour.revision <> conversation.head_revision AS stale,
       home, abroad, same_in AS "sameIn", compared
     FROM neighbour JOIN conversation ON conversation.id = neighbour.conversation_id
     WHERE neighbour.conversation_id = ANY($2::uuid[]) AND neighbour.project_id = $1`,
    [projectId, ids],
  );
  return new Map(rows.map((row) => [row.id, Stored.parse(row)]));
}

/** What is told of those that are near, nearest first, and how near each is. One that is gone since is left out. */
export function withSimilarity<Told extends object>(
  near: readonly { id: string; similarity: number }[],
  told: ReadonlyMap<string, Told>,
): (Told & { similarity: number })[] {
  return near.flatMap(({ id, similarity }) => {
    const found = told.get(id);
    return found === undefined ? [] : [{ ...found, similarity }];
  });
}
