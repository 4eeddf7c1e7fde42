import type { PoolClient } from "pg";
import { NIL } from "uuid";
import { withLock } from "#lib/db/advisory-lock.ts";
import { readUnsearchable, writeSearchRows } from "#lib/db/search-rows.ts";
import { failpoint } from "#lib/failpoint.ts";
import type { World } from "#lib/world/world.ts";

const batchRows = 1_000;
/** What is added to the index is gathered up to so much before it is sorted in: few large portions are quicker than many. */
const gathered = "256MB";

/**
 * Makes every conversation of a project searchable that is not yet, or that is by an older text. Batches commit one by one,
 * so a killed run goes on where it stopped; one at a time per project. Terms are made while the batch before is written.
 */
export async function indexSearch(world: World, projectId: string): Promise<void> {
  await withLock(world, "search", projectId, async (reader) => {
    const begun = await world.pool.query(
      `INSERT INTO search_progress (project_id, state, done, updated_at)
       SELECT $1, 'active', count(*), $2 FROM conversation_search WHERE project_id = $1
       ON CONFLICT (project_id) DO UPDATE SET state = 'active', done = excluded.done, updated_at = excluded.updated_at`,
      [projectId, world.now()],
    );
    if (begun.rowCount !== 1) return;
    const writer = await world.pool.connect();
    try {
      await writer.query(`SET gin_pending_list_limit = '${gathered}'`);
      await writer.query(`SET work_mem = '${gathered}'`);
      await writer.query("SET synchronous_commit = off");
      await fill(world, projectId, reader, writer);
      await writer.query("SELECT gin_clean_pending_list('conversation_search_terms_idx')");
    } finally {
      await writer
        .query("RESET gin_pending_list_limit; RESET work_mem; RESET synchronous_commit")
        .catch(() => undefined);
      writer.release();
    }
    // An import that began meanwhile has said that more is coming.
    await world.pool.query(
      `UPDATE search_progress SET state = 'idle', updated_at = $2,
         done = (SELECT count(*) FROM conversation_search WHERE conversation_search.project_id = $1)
       WHERE project_id = $1 AND state = 'active'`,
      [projectId, world.now()],
    );
  });
}

async function fill(world: World, projectId: string, reader: PoolClient, writer: PoolClient): Promise<void> {
  let written: Promise<void> = Promise.resolve();
  for (let after: string = NIL; ; ) {
    const rows = await readUnsearchable(reader, projectId, after, batchRows);
    await written;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    written = write(world, projectId, writer, rows);
    // Awaited above; a failure in the meantime is not lost.
    written.catch(() => undefined);
  }
}

async function write(
  world: World,
  projectId: string,
  writer: PoolClient,
  rows: Awaited<ReturnType<typeof readUnsearchable>>,
): Promise<void> {
  await writeSearchRows(writer, projectId, rows);
  await writer.query("UPDATE search_progress SET done = done + $2, updated_at = $3 WHERE project_id = $1", [
    projectId,
    rows.filter(({ seen }) => seen === null).length,
    world.now(),
  ]);
  failpoint("search.batch");
}
