/**
 * Accepting many conversations at once, and its undo, beside a bare UPDATE of the same rows in the same run.
 * Run: node bench/bulk.ts [rows …]
 */
import { prepareNow, startNow, undoBulkNow } from "#lib/services/bulk-now.ts";
import { beginCommit, runImportCommit } from "#lib/services/run-import-commit.ts";
import { stageImport } from "#lib/services/stage-import.ts";
import { uploadImport } from "#lib/services/upload-import.ts";
import type { World } from "#lib/world/world.ts";
import { fileOf } from "./lines.ts";
import { makeProject, measured, operator, withBenchWorld } from "./studio.ts";

const given = process.argv.slice(2).map(Number);
const sizes = given.length > 0 ? given : [10_000, 100_000];
const slug = "bench";

async function fill(world: World, rows: number): Promise<string> {
  const projectId = await makeProject(world, slug);
  const { id } = await uploadImport(world, operator, {
    project: slug,
    fileName: "bench.jsonl",
    chunks: fileOf(rows, "single"),
    enqueue: false,
  });
  await stageImport(world, id);
  await beginCommit(world.db, id);
  await runImportCommit(world, id);
  await world.pool.query("VACUUM ANALYZE");
  return projectId;
}

const table: Record<string, string | number>[] = [];
for (const rows of sizes) {
  await withBenchWorld(async (world) => {
    const projectId = await fill(world, rows);
    const bare = await measured(() =>
      world.pool.query("UPDATE conversation SET status = 'rejected', version = version WHERE project_id = $1", [
        projectId,
      ]),
    );
    await world.pool.query("UPDATE conversation SET status = 'pending' WHERE project_id = $1", [projectId]);
    await world.pool.query("VACUUM ANALYZE");
    const order = { project: slug, where: "status=pending", act: { kind: "decide", decision: "accept" } } as const;
    const prepared = await measured(() => prepareNow(world, operator, order));
    if (prepared.result.total !== rows) throw new Error(`${prepared.result.total} of ${rows} rows are in the set`);
    const done = await measured(() => startNow(world, operator, slug, prepared.result.id));
    if (done.result.done !== rows) throw new Error(`${done.result.done} of ${rows} rows were done`);
    const undone = await measured(() => undoBulkNow(world, operator, slug, prepared.result.id));
    if (undone.result.done !== rows) throw new Error(`${undone.result.done} of ${rows} rows were taken back`);
    const line = (what: string, seconds: number) =>
      table.push({
        what,
        rows,
        seconds: seconds.toFixed(2),
        "rows/s": Math.round(rows / seconds),
        "times the bare UPDATE": (seconds / bare.seconds).toFixed(1),
      });
    line("bare UPDATE", bare.seconds);
    line("preview: choose, freeze, count", prepared.seconds);
    line(rows === 10_000 ? "accept (target ≤ 10 s)" : "accept", done.seconds);
    line("undo", undone.seconds);
  });
}
console.table(table);
