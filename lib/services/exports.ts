import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { CreateExportInput, ExportView } from "#lib/schema/export.ts";
import { defineChange, defineProjectRead } from "./define.ts";
import { toExportView } from "./export-view.ts";
import { requireSamplesWanted } from "./require-samples-wanted.ts";

const page = 50;

/** Has a worker write what a filter chooses, in one format. */
export const createExport = defineChange(
  {
    action: "export.create",
    summary: "Export the conversations of a filter",
    Input: CreateExportInput,
    Output: ExportView,
  },
  async ({ world, actor, project, tx, record }, { format, filter, includeSamples, includeSimulated }) => {
    const { kind } = await tx.project.findUniqueOrThrow({ where: { id: project.id }, select: { kind: true } });
    requireSamplesWanted(kind, includeSamples);
    const row = await tx.export.create({
      data: {
        id: world.newId(),
        projectId: project.id,
        format,
        filter,
        simulated: includeSimulated,
        state: "queued",
        createdBy: actor.userId,
        createdAt: world.now(),
      },
    });
    await world.queue.enqueue(tx, "export.write", { exportId: row.id }, row.id);
    await record({ kind: "export.created", payload: { export: row.id, format, filter, simulated: includeSimulated } });
    return toExportView(row);
  },
);

/** The project's exports, newest first, a page at a time. */
export const listExports = defineProjectRead(
  {
    action: "export.read",
    summary: "List exports",
    Input: z.strictObject({ project: z.string(), cursor: z.uuid().optional() }),
    Output: z.strictObject({ rows: z.array(ExportView), next: z.string().nullable() }),
  },
  async ({ world, project }, { cursor }) => {
    const rows = await world.db.export.findMany({
      where: { projectId: project.id, ...(cursor === undefined ? {} : { id: { lt: cursor } }) },
      orderBy: { id: "desc" },
      take: page + 1,
    });
    return {
      rows: rows.slice(0, page).map(toExportView),
      next: rows.length > page ? (rows[page - 1]?.id ?? null) : null,
    };
  },
);

export const getExport = defineProjectRead(
  {
    action: "export.read",
    summary: "Read an export",
    Input: z.strictObject({ project: z.string(), export: z.uuid() }),
    Output: ExportView,
  },
  async ({ world, project }, input) => {
    const row = await world.db.export.findFirst({ where: { id: input.export, projectId: project.id } });
    if (row === null) throw new StudioError("not_found", "There is no such export in this project.");
    return toExportView(row);
  },
);
