import { z } from "zod";
import { Prisma } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import { MergeTagsInput } from "#lib/schema/vocabulary-input.ts";
import { defineChange } from "./define.ts";
import { requireVersion } from "./require-version.ts";

/**
 * Merges a tag into another: what carried the first carries the second, and the first is offered no more but stays for the
 * history. The event names how many conversations moved. One statement over them.
 */
export const mergeTags = defineChange(
  {
    action: "vocabulary.edit",
    summary: "Merge a tag into another",
    Input: MergeTagsInput,
    Output: z.strictObject({ into: z.uuid(), conversations: z.int() }),
  },
  async ({ project, tx, record }, { tag: id, into, expectedVersion }) => {
    // Acts that add a tag hold it until they commit; what they added is then seen here.
    await tx.$queryRaw(Prisma.sql`SELECT id FROM tag WHERE id IN (${id}::uuid, ${into}::uuid) ORDER BY id FOR UPDATE`);
    const tag = requireVersion(
      await tx.tag.findFirst({ where: { id, projectId: project.id, mergedIntoId: null } }),
      "tag",
      expectedVersion,
    );
    const target = await tx.tag.findFirst({ where: { id: into, projectId: project.id, mergedIntoId: null } });
    if (!target || target.id === id)
      throw new StudioError("invalid", "into: must be another tag of this project.", {
        fields: [{ field: "into", message: "must be another tag of this project" }],
      });
    if ((await tx.tag.count({ where: { parentId: id, mergedIntoId: null } })) > 0) {
      throw new StudioError("conflict", `${tag.name} holds other tags. Move or merge these first.`);
    }
    const moved = await tx.$queryRaw<{ conversation_id: string }[]>(Prisma.sql`
      WITH gone AS (DELETE FROM conversation_tag WHERE tag_id = ${id}::uuid RETURNING conversation_id),
        joined AS (INSERT INTO conversation_tag (conversation_id, tag_id) SELECT conversation_id, ${into}::uuid FROM gone ON CONFLICT DO NOTHING)
      SELECT conversation_id FROM gone`);
    await tx.tag.update({ where: { id }, data: { mergedIntoId: into, version: { increment: 1 } } });
    await tx.tag.updateMany({ where: { mergedIntoId: id }, data: { mergedIntoId: into } });
    await record({
      kind: "tag.merged",
      fromVersion: tag.version,
      toVersion: tag.version + 1,
      payload: { id, into, name: tag.name, intoName: target.name, conversations: moved.length },
    });
    return { into, conversations: moved.length };
  },
);
