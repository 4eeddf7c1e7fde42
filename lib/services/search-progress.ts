import { z } from "zod";
import { defineProjectRead } from "./define.ts";

/** How far the conversations of a project can be found by their text, so that a search can say what it has not looked at. */
export const getSearchProgress = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Read how many conversations can be searched yet",
    Input: z.strictObject({ project: z.string() }),
    Output: z.strictObject({
      /** Whether all can be searched; then the counts are equal. */
      complete: z.boolean(),
      searchable: z.int(),
      conversations: z.int(),
    }),
  },
  async ({ world, project }) => {
    const progress = await world.db.searchProgress.findUnique({ where: { projectId: project.id } });
    if (progress?.state === "idle") return { complete: true, searchable: progress.done, conversations: progress.done };
    // Counted only while something is under way; some 100 ms at a million.
    const { rows } = await world.pool.query<{ conversations: number }>(
      "SELECT count(*)::int AS conversations FROM conversation WHERE project_id = $1",
      [project.id],
    );
    const conversations = rows[0]?.conversations ?? 0;
    const searchable = Math.min(progress?.done ?? 0, conversations);
    return { complete: conversations === 0, searchable, conversations };
  },
);
