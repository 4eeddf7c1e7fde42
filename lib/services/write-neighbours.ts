import type { ClientBase } from "pg";
import { copyIn } from "#lib/db/copy-in.ts";
import type { NeighbourBasis } from "#lib/schema/neighbour.ts";
import type { Neighbours } from "#lib/scoring/neighbours/find-neighbours.ts";

/** The neighbours of a conversation with the revision that was compared. */
export interface NeighboursToWrite {
  found: Neighbours;
  revision: number;
}

const columns = [
  "conversation_id",
  "revision",
  "home",
  "abroad",
  "nearest_home",
  "nearest_abroad",
  "same_in",
  "compared",
];

/**
 * Writes neighbours, replacing older ones, through a temporary table on this connection. Where an answer has siblings, these
 * say in how many cultures the same is said. One COPY and one statement for each call.
 */
export async function writeNeighbours(
  client: ClientBase,
  projectId: string,
  basis: NeighbourBasis,
  neighbours: Iterable<NeighboursToWrite>,
): Promise<number> {
  await client.query("BEGIN");
  await client.query(
    `CREATE TEMP TABLE fresh_neighbour (conversation_id uuid, revision int, home json, abroad json, nearest_home float8,
       nearest_abroad float8, same_in int, compared int) ON COMMIT DROP`,
  );
  const rows = copyIn(client, "fresh_neighbour", columns);
  for (const { found, revision } of neighbours) {
    const full = rows.write([
      found.id,
      revision,
      JSON.stringify(found.home),
      JSON.stringify(found.abroad),
      found.home[0]?.similarity ?? null,
      found.abroad[0]?.similarity ?? null,
      found.sameIn,
      found.compared,
    ]);
    if (full) await full;
  }
  const count = await rows.end();
  // What was deleted since it was read has no neighbours any more.
  await client.query(
    `INSERT INTO neighbour (project_id, basis, ${columns.join(", ")})
     SELECT $1, $2, fresh.conversation_id, fresh.revision, fresh.home, fresh.abroad, fresh.nearest_home, fresh.nearest_abroad,
       coalesce(siblings.same_in, fresh.same_in), coalesce(siblings.compared, fresh.compared)
     FROM fresh_neighbour fresh JOIN conversation ON conversation.id = fresh.conversation_id LEFT JOIN LATERAL (${bySiblings("fresh.conversation_id")}) siblings ON true
     ON CONFLICT (conversation_id) DO UPDATE SET basis = excluded.basis,
       ${columns
         .slice(1)
         .map((column) => `${column} = excluded.${column}`)
         .join(", ")}`,
    [projectId, basis],
  );
  await client.query("COMMIT");
  return count;
}

/** In how many other cultures an answer to the same question says the same, of how many compared; no row without siblings. */
function bySiblings(id: string): string {
  return `SELECT (score.parts->>'sameIn')::int AS same_in, (score.parts->>'cultures')::int AS compared FROM score
    WHERE score.conversation_id = ${id} AND score.estimator = 'siblings' AND (score.parts->>'cultures')::int > 0`;
}

/**
 * Lets the answers to one question say anew in how many cultures the same is said, from what siblings found. As many rows as
 * the question has conversations.
 */
export async function copySameIn(client: ClientBase, ids: readonly string[]): Promise<void> {
  await client.query(
    `UPDATE neighbour SET same_in = siblings.same_in, compared = siblings.compared
     FROM unnest($1::uuid[]) AS touched (id) CROSS JOIN LATERAL (${bySiblings("touched.id")}) siblings
     WHERE neighbour.conversation_id = touched.id AND (neighbour.same_in, neighbour.compared) IS DISTINCT FROM (siblings.same_in, siblings.compared)`,
    [ids],
  );
}
