import { z } from "zod";
import { TagView } from "#lib/schema/project.ts";
import { defineProjectRead } from "./define.ts";

/** The project's tag vocabulary without merged tags, with path and number of conversations. */
export const listTags = defineProjectRead(
  {
    action: "vocabulary.read",
    summary: "List the tag vocabulary",
    Input: z.strictObject({ project: z.string() }),
    Output: z.strictObject({ rows: z.array(TagView) }),
  },
  async ({ world, project }) => {
    const [tags, counts] = await Promise.all([
      world.db.tag.findMany({
        where: { projectId: project.id, mergedIntoId: null },
        orderBy: [{ position: "asc" }, { id: "asc" }],
      }),
      world.db.conversationTag.groupBy({ by: ["tagId"], where: { tag: { projectId: project.id } }, _count: true }),
    ]);
    const count = new Map(counts.map((row) => [row.tagId, row._count]));
    const byId = new Map(tags.map((tag) => [tag.id, tag]));
    return {
      rows: tags.map(({ id, key, parentId, kind, name, description, position, version }) => {
        const parent = parentId === null ? undefined : byId.get(parentId);
        return TagView.parse({
          id,
          key,
          parent: parent?.key ?? null,
          kind,
          name,
          description,
          position,
          version,
          path: parent ? `${parent.name} / ${name}` : name,
          conversations: count.get(id) ?? 0,
        });
      }),
    };
  },
);
