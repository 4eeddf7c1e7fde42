import { z } from "zod";
import { TopicView } from "#lib/schema/project.ts";
import { defineProjectRead } from "./define.ts";

/** The project's topic tree as a list, each layer before its topics, with the number of conversations. */
export const listTopics = defineProjectRead(
  {
    action: "vocabulary.read",
    summary: "List the topic tree",
    Input: z.strictObject({ project: z.string() }),
    Output: z.strictObject({ rows: z.array(TopicView) }),
  },
  async ({ world, project }) => {
    const [topics, counts] = await Promise.all([
      world.db.topic.findMany({ where: { projectId: project.id }, orderBy: [{ position: "asc" }, { id: "asc" }] }),
      world.db.conversation.groupBy({
        by: ["topicId"],
        where: { projectId: project.id, topicId: { not: null } },
        _count: true,
      }),
    ]);
    const count = new Map(counts.map((row) => [row.topicId, row._count]));
    const keys = new Map(topics.map((topic) => [topic.id, topic.key]));
    return {
      rows: topics.map(({ id, key, parentId, name, aliases, position, version }) => ({
        id,
        key,
        parent: parentId === null ? null : (keys.get(parentId) ?? null),
        name,
        aliases,
        position,
        version,
        conversations: count.get(id) ?? 0,
      })),
    };
  },
);
