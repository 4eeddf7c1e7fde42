import type { PoolClient } from "pg";
import { withLock } from "#lib/db/advisory-lock.ts";
import type { Import } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import { failpoint } from "#lib/failpoint.ts";
import type { World } from "#lib/world/world.ts";
import { commitBatch } from "./commit-batch.ts";
import { enqueueScoring } from "./enqueue-scoring.ts";
import { type ImportVocabulary, prepareVocabulary } from "./import-vocabulary.ts";
import { plannedLines, plannedVerdict } from "./plan-import.ts";
import { restage } from "./stage-import.ts";

/** Lines per transaction. Each batch commits with its place, so a killed import goes on after the last one. */
const batchLines = 10_000;

/**
 * Takes a reviewed import over into the project: in batches, each one transaction with its event, and resumable after any
 * crash. At the end every line read was inserted, updated, unchanged or rejected, and scoring is on its way.
 */
export async function runImportCommit(world: World, importId: string): Promise<void> {
  await withLock(world, "import", importId, async (client) => {
    const row = await world.db.import.findUnique({ where: { id: importId } });
    if (row === null || row.state !== "committing") return;
    if (!(await ensureStage(world, client, row))) return;
    const vocabulary = await prepareVocabulary(world, row);
    await world.db.searchProgress.upsert({
      where: { projectId: row.projectId },
      create: { projectId: row.projectId, state: "waiting" },
      update: { state: "waiting", updatedAt: world.now() },
    });
    failpoint("import.vocabulary");
    const { rows: last } = await client.query<{ line: number | null }>(
      "SELECT max(line) AS line FROM import_row WHERE import_id = $1",
      [row.id],
    );
    const end = last[0]?.line ?? 0;
    const { rows: others } = await client.query<{ any: boolean }>(
      "SELECT EXISTS (SELECT 1 FROM conversation WHERE project_id = $1 AND import_id IS DISTINCT FROM $2) AS any",
      [row.projectId, row.id],
    );
    const isFirst = others[0]?.any === false;
    for (let from = row.committedLine; from < end; ) {
      from = await commitBatch(client, row, vocabulary, from, batchLines, isFirst);
      failpoint("import.batch");
    }
    await finish(world, client, row, vocabulary);
  });
}

/**
 * The stage does not outlive a crash of the database, the file does: then it is staged again. The import goes on as
 * committing meanwhile, and its place and counts stay, since lines before its place are not looked at again.
 */
async function ensureStage(world: World, client: PoolClient, row: Import): Promise<boolean> {
  const { rows } = await client.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM import_row WHERE import_id = $1",
    [row.id],
  );
  const parsed = await world.db.importReject.count({ where: { importId: row.id, parsed: true } });
  if ((rows[0]?.count ?? 0) + parsed === row.read) return true;
  try {
    await restage(world, client, row);
    return true;
  } catch (error) {
    if (!(error instanceof StudioError) || (error.code !== "invalid" && error.code !== "not_found")) throw error;
    await client.query("ROLLBACK");
    await client.query("DELETE FROM import_row WHERE import_id = $1", [row.id]);
    const problem = `${error.message} ${row.committedLine === 0 ? "Nothing" : `What stands up to line ${row.committedLine}`} was taken over.`;
    await world.db.import.update({
      where: { id: row.id },
      data: { state: "failed", problem, finishedAt: world.now() },
    });
    return false;
  }
}

async function finish(world: World, client: PoolClient, row: Import, vocabulary: ImportVocabulary): Promise<void> {
  const { read, inserted, updated, unchanged } = await world.db.import.findUniqueOrThrow({ where: { id: row.id } });
  const parsed = await world.db.importReject.count({ where: { importId: row.id } });
  // Looking for lines that came to nothing means reading the whole stage; when all are accounted for there are none.
  if (read > inserted + updated + unchanged + parsed) await rejectTheRest(client, row, vocabulary);
  failpoint("import.finish");
  const rejected = await world.db.importReject.count({ where: { importId: row.id } });
  const accounted = inserted + updated + unchanged + rejected;
  if (read !== accounted) throw new Error(`Import ${row.id}: ${read} lines read, ${accounted} accounted for`);
  await world.db.$transaction(async (tx) => {
    await tx.import.update({ where: { id: row.id }, data: { state: "done", rejected, finishedAt: world.now() } });
    await tx.$executeRaw`DELETE FROM import_row WHERE import_id = ${row.id}::uuid`;
    // Also when nothing came of it: the search was told to wait.
    await world.queue.enqueue(tx, "search.index", { projectId: row.projectId }, row.projectId);
    if (inserted + updated > 0) {
      await enqueueScoring(world, tx, row.projectId);
    }
  });
  failpoint("import.done");
}

/** Staged lines that were neither taken over nor known: their culture leads nowhere, or they repeat an id. */
async function rejectTheRest(client: PoolClient, row: Import, vocabulary: ImportVocabulary): Promise<void> {
  await client.query(
    `INSERT INTO import_reject (import_id, line, byte_offset, code, field, message, excerpt, parsed)
     SELECT staged.import_id, staged.line, staged.byte_offset,
       coalesce(staged.code, CASE WHEN staged.culture IS NULL THEN 'E_CULTURE_MISSING' ELSE 'E_CULTURE_UNKNOWN' END),
       coalesce(staged.field, 'culture'),
       coalesce(staged.message, CASE WHEN staged.culture IS NULL THEN 'Names no culture. Map a column to culture, or give one culture for the whole file.'
         ELSE 'The culture “' || left(staged.culture, 80) || '” is not in the registry. Map it, or create it.' END),
       left(staged.question, 200), false
     FROM ${plannedLines} WHERE staged.import_id = $1 AND ${plannedVerdict} = 'reject' ON CONFLICT (import_id, line) DO NOTHING`,
    [row.id, row.projectId, Object.keys(vocabulary.cultureIds)],
  );
}

/** Marks an import as going on to the commit; the caller enqueues or runs it. @throws StudioError `conflict` */
export async function beginCommit(tx: Pick<World["db"], "import">, importId: string): Promise<Import> {
  const { count } = await tx.import.updateMany({
    where: { id: importId, state: "review" },
    data: { state: "committing", inserted: 0, updated: 0, unchanged: 0, rejected: 0, committedLine: 0 },
  });
  const row = await tx.import.findUniqueOrThrow({ where: { id: importId } });
  if (count === 0 && row.state !== "committing" && row.state !== "done") {
    throw new StudioError("conflict", `This import is ${row.state}, so it cannot be committed now.`);
  }
  return row;
}
