import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import { CommentView } from "#lib/schema/conversation-view.ts";
import { CommentInput } from "#lib/schema/decision.ts";
import { reaches } from "#lib/schema/permissions.ts";
import { type ChangeContext, defineChange } from "./define.ts";

/** Writes a comment beside a conversation, on the text it has now. The conversation's version stays. */
export const comment = defineChange(
  {
    action: "conversation.comment",
    summary: "Comment on a conversation",
    Input: CommentInput,
    Output: CommentView,
  },
  async ({ world, actor, project, tx, record }, input) => {
    const conversation = await tx.conversation.findFirst({
      where: { id: input.conversation, projectId: project.id },
      select: { headRevision: true },
    });
    if (conversation === null) throw new StudioError("not_found", "There is no such conversation in this project.");
    const row = await tx.comment.create({
      data: {
        id: world.newId(),
        projectId: project.id,
        conversationId: input.conversation,
        revision: conversation.headRevision,
        userId: actor.userId,
        body: input.body,
      },
    });
    await record({
      kind: "conversation.commented",
      conversation: input.conversation,
      payload: { comment: row.id, revision: row.revision, body: row.body },
    });
    return {
      id: row.id,
      body: row.body,
      revision: row.revision,
      person: actor.userId === null ? null : actor.name,
      mine: true,
      createdAt: row.createdAt.toISOString(),
    };
  },
);

const MoveInput = z.strictObject({ project: z.string(), conversation: z.uuid(), comment: z.uuid() });
const Moved = z.strictObject({ id: z.uuid(), withdrawn: z.boolean() });

/** Takes a comment off the card: one's own, or as a curator anybody's. */
export const withdrawComment = defineChange(
  { action: "conversation.comment", summary: "Withdraw a comment", Input: MoveInput, Output: Moved },
  (context, input) => move(context, input, true),
);

/** Puts a withdrawn comment back: one's own, or as a curator anybody's. */
export const restoreComment = defineChange(
  { action: "conversation.comment", summary: "Put a withdrawn comment back", Input: MoveInput, Output: Moved },
  (context, input) => move(context, input, false),
);

/** A comment that stands so already is left alone, and no event tells of it. */
async function move(
  { actor, project, tx, record }: ChangeContext,
  input: z.output<typeof MoveInput>,
  withdrawn: boolean,
): Promise<z.output<typeof Moved>> {
  const [row] = await tx.$queryRaw<{ userId: string | null; withdrawn: boolean }[]>(Prisma.sql`
    SELECT user_id AS "userId", withdrawn FROM comment
    WHERE id = ${input.comment}::uuid AND conversation_id = ${input.conversation}::uuid AND project_id = ${project.id}::uuid FOR UPDATE`);
  if (!row) throw new StudioError("not_found", "There is no such comment on this conversation.");
  if (row.userId !== actor.userId && !reaches(project.role, "curator"))
    throw new StudioError("forbidden", "A comment is withdrawn and put back by who wrote it, or by a curator.");
  if (row.withdrawn !== withdrawn) {
    await tx.comment.update({ where: { id: input.comment }, data: { withdrawn } });
    await record({
      kind: withdrawn ? "conversation.comment-withdrawn" : "conversation.comment-restored",
      conversation: input.conversation,
      payload: { comment: input.comment },
    });
  }
  return { id: input.comment, withdrawn };
}
