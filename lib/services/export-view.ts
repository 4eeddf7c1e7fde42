import type { Export } from "#lib/db/generated/client.ts";
import { leftOutReasons } from "#lib/export/left-out.ts";
import { ExportManifest } from "#lib/export/manifest.ts";
import { ExportView } from "#lib/schema/export.ts";

/** An export as pages and the command line know it. */
export function toExportView(row: Export): ExportView {
  const manifest = row.manifest === null ? undefined : ExportManifest.parse(row.manifest);
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
    leftOutReasons: manifest?.leftOut.map(({ reason, count }) => ({ reason: leftOutReasons[reason], count })) ?? [],
    findings: [
      ...(manifest?.validation.errors.map(({ message, count }) => ({ severity: "error", message, count })) ?? []),
      ...(manifest?.validation.warnings.map(({ message, count }) => ({ severity: "warning", message, count })) ?? []),
    ],
    createdAt: row.createdAt.toISOString(),
  });
}
