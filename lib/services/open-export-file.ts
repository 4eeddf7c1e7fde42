import { stat } from "node:fs/promises";
import { z } from "zod";
import { requireProject } from "#lib/auth/require-project.ts";
import { StudioError } from "#lib/errors.ts";
import { exportFileNames } from "#lib/export/export-file-names.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { pathIn, readChunks } from "#lib/world/file-store.ts";
import type { World } from "#lib/world/world.ts";

/** Opens one file of a finished export by its name. @throws StudioError `not_found` */
export async function openExportFile(
  world: World,
  actor: Actor,
  slug: string,
  exportId: string,
  name: string,
): Promise<{ chunks: AsyncIterable<Uint8Array>; name: string; bytes: number }> {
  const project = await requireProject(world, actor, slug, "export.download");
  const row = z.uuid().safeParse(exportId).success
    ? await world.db.export.findFirst({ where: { id: exportId, projectId: project.id, state: "ready" } })
    : null;
  if (row === null) throw new StudioError("not_found", "There is no such finished export in this project.");
  if (!Object.values(exportFileNames(project.slug, row.format)).includes(name))
    throw new StudioError("not_found", "This export has no file of that name.");
  const stored = `${row.id}.${name}`;
  const found = await stat(pathIn(world.folder, "exports", stored)).catch(() => null);
  if (found === null) throw new StudioError("not_found", "The file is no longer in the data folder. Export again.");
  return { chunks: readChunks(world.folder, "exports", stored), name, bytes: found.size };
}
