import { z } from "zod";
import type { Export } from "#lib/db/generated/client.ts";
import { ExportView } from "#lib/schema/export.ts";

/** The files of an export by what they are; each name is also that of the file in the data folder, after the export's id. */
export function exportFileNames(slug: string, format: string) {
  return {
    data: `${slug}.${format}.jsonl`,
    sideCar: `${slug}.${format}.metadata.jsonl`,
    manifest: `${slug}.${format}.manifest.json`,
  };
}

const Files = z.object({ files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })) });

/** An export as pages and the command line know it. */
export function toExportView(row: Export): ExportView {
  const manifest = row.manifest === null ? undefined : Files.parse(row.manifest);
  return ExportView.parse({
    id: row.id,
    format: row.format,
    filter: row.filter,
    state: row.state,
    problem: row.problem,
    rows: row.rows,
    leftOut: row.leftOut,
    bytes: row.bytes === null ? null : Number(row.bytes),
    sha256: row.sha256,
    eventNumber: row.eventNumber === null ? null : Number(row.eventNumber),
    done: row.done,
    total: row.total,
    files: manifest?.files.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 })) ?? [],
    createdAt: row.createdAt.toISOString(),
  });
}
