import { readConversationRows } from "#lib/db/conversation-rows.ts";
import { readNeighbours, type StoredNeighbours } from "#lib/db/read-neighbours.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import { MapNeighbours, MapNeighboursInput } from "#lib/schema/map.ts";
import { HomeNeighbours } from "#lib/schema/neighbour.ts";
import type { World } from "#lib/world/world.ts";
import { defineProjectRead } from "./define.ts";

/** So many of each list. */
const most = 10;

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
    const [known, near, outliers, twins] = await Promise.all([
      world.db.neighbour.count({ where: { projectId: project.id } }),
      item === undefined ? null : readNear(world, project.id, item),
      readEnd(world, project.id, "ASC"),
      readEnd(world, project.id, "DESC"),
    ]);
    const pairs = pairsOf(twins);
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
            near: near && {
              stale: near.stale,
              home: told(near.home),
              abroad: told(near.abroad),
              sameIn: near.sameIn,
              compared: near.compared,
            },
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

async function readNear({ pool }: World, projectId: string, id: string): Promise<StoredNeighbours | null> {
  return (await readNeighbours(pool, projectId, [id])).get(id) ?? null;
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
    const other = HomeNeighbours.parse(home)[0]?.id;
    if (other === undefined) continue;
    const key = [id, other].sort().join(" ");
    if (!pairs.has(key)) pairs.set(key, { one: id, other, similarity });
  }
  return [...pairs.values()].slice(0, most);
}

async function readRows(
  { pool }: World,
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, ConversationRow>> {
  const rows = await readConversationRows(pool, projectId, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row]));
}
