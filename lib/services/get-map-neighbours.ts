import { z } from "zod";
import { toConversationRow } from "#lib/db/conversation-rows.ts";
import { readByIds } from "#lib/db/found-rows.ts";
import { readScoreNotes } from "#lib/db/score-notes.ts";
import { sql } from "#lib/db/sql.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import { MapNeighbours, MapNeighboursInput } from "#lib/schema/map.ts";
import type { World } from "#lib/world/world.ts";
import { defineProjectRead } from "./define.ts";

/** So many of each list. */
const most = 10;

/** As the pass stores them; a culture stands beside those from abroad. */
const Near = z.array(z.object({ id: z.uuid(), similarity: z.number() }));

interface NeighbourRecord {
  id: string;
  home: unknown;
  abroad: unknown;
  revision: number;
  head: number;
  sameIn: number;
  compared: number;
}

/**
 * The nearest of one conversation, at home and abroad, and the project's outliers and near-twins. Three look-ups by index, a count
 * of the project's rows, and one look-up of the conversations named. Before the first pass all lists are empty.
 */
export const getMapNeighbours = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Read neighbours, outliers and near-twins",
    Input: MapNeighboursInput,
    Output: MapNeighbours,
  },
  async ({ world, project }, { item }) => {
    const [known, own, outliers, twins] = await Promise.all([
      world.db.neighbour.count({ where: { projectId: project.id } }),
      item === undefined ? null : readOwn(world, project.id, item),
      readEnd(world, project.id, "ASC"),
      readEnd(world, project.id, "DESC"),
    ]);
    const pairs = pairsOf(twins);
    const near = own && { home: Near.parse(own.home), abroad: Near.parse(own.abroad) };
    const rows = await readRows(world, project.id, [
      ...(item === undefined ? [] : [item]),
      ...[...(near?.home ?? []), ...(near?.abroad ?? []), ...outliers].map(({ id }) => id),
      ...pairs.flatMap(({ one, other }) => [one, other]),
    ]);
    const told = (list: readonly { id: string; similarity: number }[]) =>
      list.flatMap(({ id, similarity }) => {
        const conversation = rows.get(id);
        return conversation ? [{ conversation, similarity }] : [];
      });
    const conversation = item === undefined ? undefined : rows.get(item);
    return {
      known,
      item: conversation
        ? {
            conversation,
            near:
              own && near
                ? {
                    stale: own.revision !== own.head,
                    home: told(near.home),
                    abroad: told(near.abroad),
                    sameIn: own.sameIn,
                    compared: own.compared,
                  }
                : null,
          }
        : null,
      outliers: told(outliers),
      twins: pairs.flatMap(({ similarity, ...pair }) => {
        const [one, other] = [rows.get(pair.one), rows.get(pair.other)];
        return one && other ? [{ one, other, similarity }] : [];
      }),
    };
  },
);

async function readOwn({ pool }: World, projectId: string, id: string): Promise<NeighbourRecord | null> {
  const { rows } = await pool.query<NeighbourRecord>(
    `SELECT conversation_id AS id, home, abroad, revision, head_revision AS head, same_in AS "sameIn", compared
     FROM neighbour JOIN conversation ON conversation.id = conversation_id
     WHERE neighbour.project_id = $1 AND conversation_id = $2`,
    [projectId, id],
  );
  return rows[0] ?? null;
}

interface End {
  id: string;
  similarity: number;
  home: unknown;
}

/** Those at one end of the likeness to their nearest at home. Twins come in twos, so twice as many are read. */
async function readEnd({ pool }: World, projectId: string, direction: "ASC" | "DESC"): Promise<End[]> {
  const { rows } = await pool.query<End>(
    `SELECT conversation_id AS id, nearest_home AS similarity, home FROM neighbour
     WHERE project_id = $1 AND nearest_home IS NOT NULL ORDER BY nearest_home ${direction}, conversation_id ${direction === "ASC" ? "DESC" : "ASC"}
     LIMIT ${direction === "ASC" ? most : most * 2}`,
    [projectId],
  );
  return rows;
}

/** Each pair once: the nearest of the first is often nearest to it as well. */
function pairsOf(ends: readonly End[]): { one: string; other: string; similarity: number }[] {
  const pairs = new Map<string, { one: string; other: string; similarity: number }>();
  for (const { id, similarity, home } of ends) {
    const other = Near.parse(home)[0]?.id;
    if (other === undefined) continue;
    const key = [id, other].sort().join(" ");
    if (!pairs.has(key)) pairs.set(key, { one: id, other, similarity });
  }
  return [...pairs.values()].slice(0, most);
}

async function readRows(
  world: World,
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, ConversationRow>> {
  const records = await readByIds(world.pool, [...new Set(ids)], sql`conversation.project_id = ${projectId}::uuid`);
  const notes = await readScoreNotes(
    world.pool,
    projectId,
    records.map(({ id }) => id),
  );
  return new Map(records.map((record) => [record.id, toConversationRow(record, notes(record.id))]));
}
