import { beginCommit, runImportCommit } from "#lib/services/run-import-commit.ts";
import { stageImport } from "#lib/services/stage-import.ts";
import { uploadImport } from "#lib/services/upload-import.ts";
import type { World } from "#lib/world/world.ts";
import { fileOf } from "./lines.ts";
import { makeProject, operator } from "./studio.ts";

export interface ImportedProject {
  id: string;
  slug: string;
}

/**
 * A project of `rows` conversations that came through a real import, so that its events tell of every row and it can be
 * verified. One of an earlier run is taken again while it has `pending` conversations left to decide.
 */
export async function importedProject(world: World, rows: number, pending: number): Promise<ImportedProject> {
  for (let number = 1; ; number++) {
    const slug = `imported-${rows}-${number}`;
    const found = await world.db.project.findUnique({ where: { slug }, select: { id: true } });
    if (found === null) return importInto(world, slug, rows);
    const left = await world.db.conversation.count({ where: { projectId: found.id, status: "pending" } });
    if (left >= pending) return { id: found.id, slug };
  }
}

async function importInto(world: World, slug: string, rows: number): Promise<ImportedProject> {
  const started = performance.now();
  const id = await makeProject(world, slug);
  const file = { project: slug, fileName: "bench.jsonl", chunks: fileOf(rows, "single"), enqueue: false };
  const uploaded = await uploadImport(world, operator, file);
  await stageImport(world, uploaded.id);
  await beginCommit(world.db, uploaded.id);
  await runImportCommit(world, uploaded.id);
  const done = await world.db.import.findUniqueOrThrow({ where: { id: uploaded.id } });
  if (done.inserted !== rows)
    throw new Error(`${done.inserted} of ${rows} rows were imported: ${done.state} ${done.problem ?? ""}`);
  await world.pool.query("VACUUM ANALYZE");
  console.log(`${rows} conversations imported in ${((performance.now() - started) / 1000).toFixed(0)} s`);
  return { id, slug };
}
