import { z } from "zod";
import { readNearConversations } from "#lib/db/near-conversations.ts";
import { StudioError } from "#lib/errors.ts";
import { NeighboursOf } from "#lib/schema/leak.ts";
import { ForeignNeighbours, HomeNeighbours } from "#lib/schema/neighbour.ts";
import { defineProjectRead } from "./define.ts";
import { readNeighbourPass } from "./neighbour-pass.ts";

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
      world.db.conversation.findFirst({ where: { id, projectId: project.id }, select: { headRevision: true } }),
      world.db.neighbour.findUnique({ where: { conversationId: id } }),
      readNeighbourPass(world, project.id),
    ]);
    if (conversation === null) throw new StudioError("not_found", "There is no such conversation in this project.");
    const home = HomeNeighbours.parse(stored?.home ?? []);
    const abroad = ForeignNeighbours.parse(stored?.abroad ?? []);
    const ids = [...home, ...abroad].map((near) => near.id);
    const read = await readNearConversations(world.pool, project.id, ids);
    const shown = (list: readonly { id: string; similarity: number }[]) =>
      list.flatMap((near) => {
        const found = read.get(near.id);
        return found === undefined ? [] : [{ ...found, similarity: near.similarity }];
      });
    return {
      pass,
      revision: stored?.revision ?? null,
      stale: stored !== null && stored.revision !== conversation.headRevision,
      home: shown(home),
      abroad: shown(abroad),
      sameIn: stored?.sameIn ?? 0,
      compared: stored?.compared ?? 0,
    };
  },
);
