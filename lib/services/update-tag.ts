import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { UpdateTagInput } from "#lib/schema/vocabulary-input.ts";
import { defineChange } from "./define.ts";
import { requireVersion } from "./require-version.ts";

/** Renames, describes or moves a tag. Conversations keep it, since they hold its id; the event keeps the old name. */
export const updateTag = defineChange(
  {
    action: "vocabulary.edit",
    summary: "Rename or move a tag",
    Input: UpdateTagInput,
    Output: z.strictObject({ id: z.uuid(), name: z.string(), version: z.int() }),
  },
  async ({ project, tx, record }, { tag: id, expectedVersion, name, description, parent }) => {
    const before = requireVersion(
      await tx.tag.findFirst({ where: { id, projectId: project.id, mergedIntoId: null }, omit: { projectId: true } }),
      "tag",
      expectedVersion,
    );
    if (parent) {
      const [target, children] = await Promise.all([
        tx.tag.findFirst({ where: { id: parent, projectId: project.id, parentId: null, mergedIntoId: null } }),
        tx.tag.count({ where: { parentId: id, mergedIntoId: null } }),
      ]);
      if (!target || target.id === id || children > 0) {
        throw new StudioError("invalid", "parent: must be a top tag, and a tag that holds others stays at the top.", {
          fields: [{ field: "parent", message: "must be a top tag" }],
        });
      }
    }
    const changes = {
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description }),
      ...(parent === undefined ? {} : { parentId: parent }),
    };
    await tx.tag.update({ where: { id }, data: { ...changes, version: { increment: 1 } } });
    const after = { ...before, ...changes, version: before.version + 1 };
    await record({
      kind: "tag.updated",
      fromVersion: before.version,
      toVersion: after.version,
      payload: { id, before, after },
    });
    return { id, name: after.name, version: after.version };
  },
);
