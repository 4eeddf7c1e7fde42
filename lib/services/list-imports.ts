import { z } from "zod";
import { ImportView } from "#lib/schema/import-view.ts";
import { defineProjectRead } from "./define.ts";
import { toImportView } from "./import-view.ts";

const page = 50;

/** The project's imports, newest first, a page at a time. */
export const listImports = defineProjectRead(
  {
    action: "import.read",
    summary: "List imports",
    Input: z.strictObject({ project: z.string(), cursor: z.uuid().optional() }),
    Output: z.strictObject({ rows: z.array(ImportView), next: z.string().nullable() }),
  },
  async ({ world, project }, { cursor }) => {
    const rows = await world.db.import.findMany({
      where: { projectId: project.id, ...(cursor === undefined ? {} : { id: { lt: cursor } }) },
      orderBy: { id: "desc" },
      take: page + 1,
    });
    return {
      rows: rows.slice(0, page).map(toImportView),
      next: rows.length > page ? (rows[page - 1]?.id ?? null) : null,
    };
  },
);
