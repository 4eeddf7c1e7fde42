import type { ClientBase } from "pg";
import { z } from "zod";
import { ForeignNeighbours, HomeNeighbours, NeighbourBasis } from "#lib/schema/neighbour.ts";
import type { ScoringItem } from "#lib/scoring/estimator.ts";
import { everyRow } from "#lib/scoring/neighbours/every-row.ts";
import { type Neighbours, nameNeighbours } from "#lib/scoring/neighbours/find-neighbours.ts";
import { NearestFinder } from "#lib/scoring/neighbours/nearest-of.ts";
import type { NeighbourSpace } from "#lib/scoring/neighbours/space.ts";
import { withNeighbour } from "#lib/scoring/neighbours/with-neighbour.ts";
import { neighbourCandidates } from "./neighbour-candidates.ts";
import { readItemsAt } from "./scoring-items.ts";
import { type NeighboursToWrite, writeNeighbours } from "./write-neighbours.ts";

const Stored = z.object({
  id: z.string(),
  culture: z.string(),
  revision: z.int(),
  home: HomeNeighbours,
  abroad: ForeignNeighbours,
  same_in: z.int(),
  compared: z.int(),
  basis: NeighbourBasis,
});
type Stored = z.infer<typeof Stored>;

/**
 * Finds anew who is near an edited conversation, exactly among at most 300 candidates, and tells those that are or were near
 * it. What stays as it was until the project is scored again: lists of conversations that named it without being named by it,
 * the sixth neighbour that moves up where it leaves a list, and a neighbour that no candidate is. Does nothing in a project
 * whose neighbours were never found, or by another basis.
 */
export async function renewNeighbours(
  client: ClientBase,
  projectId: string,
  id: string,
  basis: NeighbourBasis,
  spacesOf: (items: readonly ScoringItem[]) => Promise<{ spaces: NeighbourSpace[] }>,
): Promise<void> {
  const before = (await readStored(client, [id])).get(id);
  if (before?.basis !== basis) return;
  const own = (await readItemsAt(client, projectId, [{ id, revision: null }])).get(id);
  if (own === undefined) return;
  const candidates = await neighbourCandidates(client, projectId, own.item);
  const read = await readItemsAt(
    client,
    projectId,
    candidates.map((candidate) => ({ id: candidate, revision: null })),
  );
  const items = [own.item, ...[...read.values()].map(({ item }) => item)];
  const { spaces } = await spacesOf(items);
  const space = spaces.find(({ ids }) => ids.includes(id));
  const found: Neighbours =
    space === undefined
      ? { id, home: [], abroad: [], sameIn: 0, compared: 0 }
      : {
          ...nameNeighbours(
            space,
            id,
            new NearestFinder(space, everyRow(space.ids.length)).nearestOf(space.ids.indexOf(id)),
          ),
          // The candidates are of some cultures only.
          compared: before.compared,
        };
  const near = new Map([...found.home, ...found.abroad].map((one) => [one.id, one.similarity]));
  const touched = new Set([...near.keys(), ...before.home.map((one) => one.id), ...before.abroad.map((one) => one.id)]);
  const others = await readStored(client, [...touched]);
  const rows: NeighboursToWrite[] = [{ found, revision: own.revision }];
  for (const other of others.values()) rows.push(withThis(other, id, before.culture, near.get(other.id) ?? null));
  await writeNeighbours(client, projectId, basis, rows);
}

/** What the other one's neighbours become now that this conversation is as near as it is; null for no longer near. */
function withThis(other: Stored, id: string, culture: string, similarity: number | null): NeighboursToWrite {
  const { home, abroad, same_in: sameIn, compared, revision } = other;
  const lists =
    other.culture === culture
      ? { home: withNeighbour(home, id, similarity === null ? null : { id, similarity }), abroad }
      : { home, abroad: withNeighbour(abroad, id, similarity === null ? null : { id, culture, similarity }) };
  return { found: { id: other.id, ...lists, sameIn, compared }, revision };
}

async function readStored(client: ClientBase, ids: readonly string[]): Promise<Map<string, Stored>> {
  const { rows } = await client.query<Record<string, unknown>>(
    `SELECT neighbour.conversation_id AS id, culture.code AS culture, neighbour.revision, home, abroad, same_in, compared, basis FROM neighbour
     JOIN conversation ON conversation.id = neighbour.conversation_id JOIN culture ON culture.id = conversation.culture_id
     WHERE neighbour.conversation_id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => Stored.parse(row)).map((row) => [row.id, row]));
}
