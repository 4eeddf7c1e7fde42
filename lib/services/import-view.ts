import { z } from "zod";
import type { Import } from "#lib/db/generated/client.ts";
import { ImportView } from "#lib/schema/import-view.ts";

/** An import as pages and the command line know it. */
export function toImportView(row: Import): ImportView {
  return ImportView.parse({
    id: row.id,
    fileName: row.fileName,
    bytes: Number(row.bytes),
    state: row.state,
    problem: row.problem,
    container: row.container,
    shape: row.shape,
    mapping: row.mapping ?? null,
    columns: z.array(z.unknown()).parse(row.columns ?? []),
    notes: row.notes,
    read: row.read,
    inserted: row.inserted,
    updated: row.updated,
    unchanged: row.unchanged,
    rejected: row.rejected,
    committedLine: row.committedLine,
    newCultures: row.newCultures,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  });
}
