import { z } from "zod";
import { CultureView } from "#lib/schema/project.ts";
import { defineProjectRead } from "./define.ts";

/** The project's culture registry by name, each with the number of its conversations. A registry holds hundreds at most. */
export const listCultures = defineProjectRead(
  {
    action: "vocabulary.read",
    summary: "List the culture registry",
    Input: z.strictObject({ project: z.string() }),
    Output: z.strictObject({ rows: z.array(CultureView) }),
  },
  async ({ world, project }) => {
    const [cultures, counts] = await Promise.all([
      world.db.culture.findMany({
        where: { projectId: project.id },
        orderBy: { name: "asc" },
        omit: { projectId: true },
      }),
      world.db.conversation.groupBy({ by: ["cultureId"], where: { projectId: project.id }, _count: true }),
    ]);
    const count = new Map(counts.map((row) => [row.cultureId, row._count]));
    return {
      rows: cultures.map((culture) => CultureView.parse({ ...culture, conversations: count.get(culture.id) ?? 0 })),
    };
  },
);
