import { StudioError } from "#lib/errors.ts";
import { TopicView } from "#lib/schema/project.ts";
import { CreateTopicInput } from "#lib/schema/vocabulary-input.ts";
import { defineChange } from "./define.ts";
import { freeKey } from "./free-key.ts";

/** Adds a layer, or a topic to a layer, at the end. */
export const createTopic = defineChange(
  { action: "vocabulary.edit", summary: "Add a topic", Input: CreateTopicInput, Output: TopicView },
  async ({ world, project, tx, record }, { name, parent, aliases }) => {
    const topics = await tx.topic.findMany({
      where: { projectId: project.id },
      select: { id: true, key: true, parentId: true, position: true },
    });
    const layer = parent === null ? null : topics.find((topic) => topic.id === parent);
    if (layer === undefined || (layer && layer.parentId !== null)) {
      throw new StudioError("invalid", "parent: must be one of this project's layers.", {
        fields: [{ field: "parent", message: "must be one of this project's layers" }],
      });
    }
    const id = world.newId();
    const key = freeKey(name, new Set(topics.map((topic) => topic.key)));
    const position = Math.max(-1, ...topics.map((topic) => topic.position)) + 1;
    await tx.topic.create({ data: { id, projectId: project.id, parentId: parent, key, name, aliases, position } });
    await record({ kind: "topic.created", payload: { id, key, name, parent, aliases } });
    return { id, key, parent: layer?.key ?? null, name, aliases, position, version: 1, conversations: 0 };
  },
);
