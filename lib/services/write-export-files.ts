import { exportWriters } from "#lib/export/export-writers.ts";
import { createLeftOutTally, type LeftOut } from "#lib/export/left-out.ts";
import type { ExportManifest } from "#lib/export/manifest.ts";
import { sideCarLine } from "#lib/export/side-car.ts";
import { createFileValidator } from "#lib/export/validators/file-validator.ts";
import type { ExportSource } from "#lib/export/writer.ts";
import { failpoint } from "#lib/failpoint.ts";
import type { ExportFormat } from "#lib/schema/export.ts";
import type { NewFile } from "#lib/world/file-store.ts";

interface WrittenFile {
  bytes: number;
  sha256: string;
  rows: number;
}

export interface WrittenExport {
  data: WrittenFile;
  sideCar: WrittenFile | null;
  leftOut: LeftOut[];
  validation: ExportManifest["validation"];
}

/**
 * Writes rows in one format: the main file, the side-car where the format has no place for the facts, and what the format's
 * validator finds in the very bytes that are written. O(rows) time, memory of one batch.
 */
export async function writeExportFiles(
  format: ExportFormat,
  batches: AsyncIterable<readonly ExportSource[]>,
  to: {
    open: () => Promise<NewFile>;
    names: { data: string; sideCar: string };
    onProgress: (done: number) => Promise<void>;
  },
): Promise<WrittenExport> {
  const writer = exportWriters[format];
  const tally = createLeftOutTally();
  const validator = createFileValidator(format);
  const sideCarValidator = createFileValidator("side-car");
  const data = await to.open();
  const sideCar = writer.needsSideCar ? await to.open() : null;
  let rows = 0;
  let done = 0;
  try {
    for await (const batch of batches) {
      let lines = "";
      let facts = "";
      for (const source of batch) {
        done += 1;
        const written = writer.writeSource(source);
        if ("left" in written) {
          tally.add(written.left, source.id);
          continue;
        }
        rows += 1;
        lines += `${written.line}\n`;
        if (sideCar) facts += `${sideCarLine(source, rows)}\n`;
      }
      await write(data, lines, validator);
      if (sideCar) await write(sideCar, facts, sideCarValidator);
      await to.onProgress(done);
    }
    const main = validator.end();
    const beside = sideCar ? sideCarValidator.end() : { errors: [], warnings: [] };
    const { sha256, bytes } = await data.finish(() => to.names.data);
    failpoint("export.data");
    const finished = sideCar ? await sideCar.finish(() => to.names.sideCar) : null;
    return {
      data: { sha256, bytes, rows },
      sideCar: finished ? { sha256: finished.sha256, bytes: finished.bytes, rows } : null,
      leftOut: tally.list(),
      validation: { errors: [...main.errors, ...beside.errors], warnings: [...main.warnings, ...beside.warnings] },
    };
  } catch (error) {
    await data.discard();
    await sideCar?.discard();
    throw error;
  }
}

async function write(file: NewFile, text: string, validator: ReturnType<typeof createFileValidator>): Promise<void> {
  if (text === "") return;
  const bytes = Buffer.from(text);
  validator.push(bytes);
  await file.write(bytes);
}
