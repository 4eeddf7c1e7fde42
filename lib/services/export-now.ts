import { randomUUID } from "node:crypto";
import { copyFile, open, rename, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { requireProject } from "#lib/auth/require-project.ts";
import { StudioError } from "#lib/errors.ts";
import { exportFileNames } from "#lib/export/export-file-names.ts";
import { ExportManifest } from "#lib/export/manifest.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { ExportFormat } from "#lib/schema/export.ts";
import { parse } from "#lib/schema/parse.ts";
import { pathIn } from "#lib/world/file-store.ts";
import type { World } from "#lib/world/world.ts";
import { answerOnce } from "./answer-once.ts";
import { appendEvent } from "./append-event.ts";
import { requireSamplesWanted } from "./require-samples-wanted.ts";
import { writeExport } from "./write-export.ts";

export interface ExportOrder {
  project: string;
  format: ExportFormat;
  filter: unknown;
  /** Practice and sample projects are exported only with it. */
  includeSamples?: boolean;
  /** What a simulator wrote stays out without it. */
  includeSimulated?: boolean;
  /** Where the main file goes; the manifest and the side-car lie beside it. */
  file: string;
}

export interface ExportedNow {
  rows: number;
  sha256: string;
  manifest: ExportManifest;
  manifestFile: string;
  metadataFile: string | null;
}

/**
 * Exports in this process, without a worker, and puts the files where they are asked for: each whole or not at all. The
 * export also stands in the project's list, as any other.
 *
 * @throws StudioError when the project, the filter or the place is not usable, or the export fails
 */
export async function exportNow(world: World, actor: Actor, order: ExportOrder): Promise<ExportedNow> {
  const project = await requireProject(world, actor, order.project, "export.create");
  const filter = parse(ConversationFilter, order.filter);
  const { kind } = await world.db.project.findUniqueOrThrow({ where: { id: project.id }, select: { kind: true } });
  requireSamplesWanted(kind, order.includeSamples ?? false);
  const target = resolve(order.file);
  await requirePlace(target);
  const exportId = world.newId();
  const key = world.newId();
  await answerOnce(world, actor, { key, requestHash: "" }, async (tx) => {
    await tx.export.create({
      data: {
        id: exportId,
        projectId: project.id,
        format: order.format,
        filter,
        simulated: order.includeSimulated ?? false,
        state: "queued",
        createdBy: actor.userId,
        createdAt: world.now(),
      },
    });
    await appendEvent(tx, project.id, actor, key, {
      kind: "export.created",
      payload: { export: exportId, format: order.format, filter, simulated: order.includeSimulated ?? false },
    });
    return {};
  });
  await writeExport(world, exportId);
  const row = await world.db.export.findUniqueOrThrow({ where: { id: exportId } });
  if (row.state !== "ready") throw new StudioError("unavailable", row.problem ?? "The export did not come to an end.");
  const manifest = ExportManifest.parse(row.manifest);
  const names = exportFileNames(project.slug, order.format);
  const hasSideCar = manifest.files.some(({ name }) => name === names.sideCar);
  const manifestFile = `${target}.manifest.json`;
  const metadataFile = hasSideCar ? `${target}.metadata.jsonl` : null;
  const stored = (name: string) => pathIn(world.folder, "exports", `${exportId}.${name}`);
  // The main file comes last: where it stands, the others stand too.
  if (metadataFile !== null) await copyWhole(stored(names.sideCar), metadataFile);
  else await rm(`${target}.metadata.jsonl`, { force: true });
  await copyWhole(stored(names.manifest), manifestFile);
  await copyWhole(stored(names.data), target);
  return { rows: manifest.rows, sha256: row.sha256 ?? "", manifest, manifestFile, metadataFile };
}

async function requirePlace(target: string): Promise<void> {
  try {
    const probe = join(dirname(target), `.${randomUUID()}.part`);
    await (await open(probe, "wx")).close();
    await rm(probe);
  } catch (error) {
    throw new StudioError("invalid", `No file can be written in ${dirname(target)}. Choose another place.`, {
      cause: error,
    });
  }
}

/** Copies a file so that the target is the old one or the whole new one, also after a crash. */
async function copyWhole(source: string, target: string): Promise<void> {
  const beside = join(dirname(target), `.${basename(target).slice(0, 100)}.${randomUUID()}.part`);
  try {
    await copyFile(source, beside);
    const handle = await open(beside, "r+");
    await handle.sync();
    await handle.close();
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw new StudioError("unavailable", `${target} cannot be written: ${reason(error)}.`, { cause: error });
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
