import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { Turns } from "#lib/schema/conversation.ts";
import { defineProjectRead } from "./define.ts";

/** The text of one revision of a conversation. */
export const getRevision = defineProjectRead(
  {
    action: "conversation.read",
    summary: "Read one revision",
    Input: z.strictObject({
      project: z.string(),
      conversation: z.uuid(),
      number: z.coerce.number().pipe(z.int32().min(1)),
    }),
    Output: z.strictObject({ number: z.int(), turns: Turns, author: z.string().nullable(), createdAt: z.string() }),
  },
  async ({ world, project }, { conversation, number }) => {
    const revision = await world.db.revision.findFirst({
      where: { conversationId: conversation, number, conversation: { projectId: project.id } },
    });
    if (!revision) throw new StudioError("not_found", "There is no such revision in this project.");
    const author =
      revision.authorId === null
        ? null
        : await world.db.user.findUnique({ where: { id: revision.authorId }, select: { name: true } });
    return {
      number: revision.number,
      turns: Turns.parse(revision.turns),
      author: author?.name ?? null,
      createdAt: revision.createdAt.toISOString(),
    };
  },
);
