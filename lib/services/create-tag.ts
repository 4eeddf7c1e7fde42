import { StudioError } from "#lib/errors.ts";
import { TagView } from "#lib/schema/project.ts";
import { CreateTagInput } from "#lib/schema/vocabulary-input.ts";
import { defineChange } from "./define.ts";
import { freeKey } from "./free-key.ts";

/** Adds a tag to the vocabulary, at the top or below a top tag. */
export const createTag = defineChange(
  { action: "vocabulary.edit", summary: "Add a tag", Input: CreateTagInput, Output: TagView },
  async ({ world, project, tx, record }, { name, kind, parent: parentId, description }) => {
    const tags = await tx.tag.findMany({
      where: { projectId: project.id },
      select: { id: true, key: true, name: true, parentId: true, position: true, mergedIntoId: true },
    });
    const parent = parentId === null ? null : tags.find((tag) => tag.id === parentId && tag.mergedIntoId === null);
    if (parent === undefined || (parent && parent.parentId !== null)) {
      throw new StudioError("invalid", "parent: must be one of this project's top tags.", {
        fields: [{ field: "parent", message: "must be one of this project's top tags" }],
      });
    }
    const id = world.newId();
    const key = freeKey(name, new Set(tags.map((tag) => tag.key)));
    const position = Math.max(-1, ...tags.map((tag) => tag.position)) + 1;
    await tx.tag.create({ data: { id, projectId: project.id, parentId, key, kind, name, description, position } });
    await record({ kind: "tag.created", payload: { id, key, name, kind, parent: parentId, description } });
    return {
      id,
      key,
      parent: parent?.key ?? null,
      kind,
      name,
      description,
      position,
      version: 1,
      path: parent ? `${parent.name} / ${name}` : name,
      conversations: 0,
    };
  },
);
