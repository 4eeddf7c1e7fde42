import { Prisma } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import { TagInput, Written } from "#lib/schema/decision.ts";
import { lockConversation, staleWrite, stateOf, toWritten, writeState } from "./conversation-state.ts";
import { defineChange } from "./define.ts";

/** Puts tags on a conversation and takes others off. Tags that are there already, or not there, are left as they are. */
export const tagConversation = defineChange(
  { action: "conversation.tag", summary: "Add and remove tags", Input: TagInput, Output: Written },
  async ({ project, tx, record }, input) => {
    const conversation = await lockConversation(tx, project.id, input.conversation);
    if (conversation.version !== input.expectedVersion) throw await staleWrite(tx, conversation);
    const wanted = [...new Set([...input.add, ...input.remove])];
    await tx.$queryRaw(Prisma.sql`SELECT id FROM tag WHERE id = ANY(${wanted}::uuid[]) ORDER BY id FOR SHARE`);
    const known = await tx.tag.findMany({
      where: { projectId: project.id, id: { in: wanted }, mergedIntoId: null },
      select: { id: true },
    });
    const unknown = wanted.find((id) => !known.some((tag) => tag.id === id));
    if (unknown !== undefined)
      throw new StudioError("invalid", `add: the tag ${unknown} is not in this project's vocabulary.`, {
        fields: [{ field: "add", message: "holds a tag that is not in this project's vocabulary" }],
      });
    const present = new Set(
      (await tx.conversationTag.findMany({ where: { conversationId: conversation.id }, select: { tagId: true } })).map(
        (row) => row.tagId,
      ),
    );
    const added = [...new Set(input.add)].filter((id) => !present.has(id));
    const removed = [...new Set(input.remove)].filter((id) => present.has(id) && !input.add.includes(id));
    if (added.length > 0)
      await tx.conversationTag.createMany({ data: added.map((tagId) => ({ conversationId: conversation.id, tagId })) });
    if (removed.length > 0)
      await tx.conversationTag.deleteMany({ where: { conversationId: conversation.id, tagId: { in: removed } } });
    const state = stateOf(conversation);
    const version = await writeState(tx, conversation, state);
    const event = await record({
      kind: "conversation.tagged",
      conversation: conversation.id,
      fromVersion: conversation.version,
      toVersion: version,
      payload: { added, removed, before: state, after: state },
    });
    return toWritten(conversation.id, version, state, event);
  },
);
