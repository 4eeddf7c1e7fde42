import { z } from "zod";
import { readNearConversations } from "#lib/db/near-conversations.ts";
import { readNeighbours, withSimilarity } from "#lib/db/read-neighbours.ts";
import { StudioError } from "#lib/errors.ts";
import { NeighboursOf } from "#lib/schema/leak.ts";
import { defineProjectRead } from "./define.ts";
import { readNeighbourPass } from "./neighbour-pass.ts";

const nobody = { revision: null, stale: false, home: [], abroad: [], sameIn: 0, compared: 0 };

/** Who is near one conversation, at home and abroad, nearest first. Three look-ups. */
export const getNeighbours = defineProjectRead(
  {
    action: "conversation.read",
    summary: "Read the nearest neighbours of a conversation, at home and abroad",
    Input: z.strictObject({ project: z.string(), conversation: z.uuid() }),
    Output: NeighboursOf,
  },
  async ({ world, project }, { conversation: id }) => {
    const [conversation, stored, pass] = await Promise.all([
      world.db.conversation.findFirst({ where: { id, projectId: project.id }, select: { id: true } }),
      readNeighbours(world.pool, project.id, [id]),
      readNeighbourPass(world, project.id),
    ]);
    if (conversation === null) throw new StudioError("not_found", "There is no such conversation in this project.");
    const { home, abroad, ...facts } = stored.get(id) ?? nobody;
    const ids = [...home, ...abroad].map((near) => near.id);
    const read = await readNearConversations(world.pool, project.id, ids);
    return { pass, ...facts, home: withSimilarity(home, read), abroad: withSimilarity(abroad, read) };
  },
);
