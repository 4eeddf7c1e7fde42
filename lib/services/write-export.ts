import type { PoolClient } from "pg";
import { withLock } from "#lib/db/advisory-lock.ts";
import { resolveFilter, whereFilter } from "#lib/db/conversation-filter.ts";
import { sql } from "#lib/db/sql.ts";
import { StudioError } from "#lib/errors.ts";
import { exportFileNames } from "#lib/export/export-file-names.ts";
import type { LeftOut } from "#lib/export/left-out.ts";
import { type ExportManifest, toManifestText } from "#lib/export/manifest.ts";
import { failpoint } from "#lib/failpoint.ts";
import { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { ExportFormat } from "#lib/schema/export.ts";
import { SampleKind } from "#lib/schema/practice.ts";
import { newFile } from "#lib/world/file-store.ts";
import type { World } from "#lib/world/world.ts";
import { listEstimatorsOf, readExportRows } from "./export-rows.ts";
import { writeExportFiles } from "./write-export-files.ts";

/** Progress is written about so often, in milliseconds. */
const progressEvery = 700;

/**
 * Writes an export: from one snapshot, streamed, validated as it is written, with manifest and side-car. The files appear
 * whole or not at all, and the row turns "ready" after them. The same snapshot gives the same bytes. Memory stays flat.
 */
export async function writeExport(world: World, exportId: string): Promise<void> {
  await withLock(world, "export", exportId, async (client) => {
    const row = await world.db.export.findUnique({ where: { id: exportId }, include: { project: true } });
    if (row === null || row.state === "ready" || row.state === "failed") return;
    await world.db.export.update({ where: { id: row.id }, data: { state: "writing", done: 0 } });
    const format = ExportFormat.parse(row.format);
    const filter = ConversationFilter.parse(row.filter);
    const kind = SampleKind.safeParse(row.project.kind);
    const names = exportFileNames(row.project.slug, format);
    try {
      const { eventNumber, total, simulated } = await openSnapshot(world, client, row.projectId, filter, row.simulated);
      await world.db.export.update({ where: { id: row.id }, data: { total } });
      let reported = Date.now();
      const estimators = await listEstimatorsOf(client, row.projectId);
      const written = await writeExportFiles(format, readExportRows(client, estimators), {
        open: () => newFile(world.folder, "exports"),
        names: { data: `${row.id}.${names.data}`, sideCar: `${row.id}.${names.sideCar}` },
        async onProgress(done) {
          failpoint("export.rows");
          if (Date.now() - reported < progressEvery) return;
          reported = Date.now();
          await world.db.export.update({ where: { id: row.id }, data: { done } });
        },
      });
      await client.query("COMMIT");
      failpoint("export.files");
      const manifest: ExportManifest = {
        tessera: 1,
        project: { slug: row.project.slug, name: row.project.name, ...(kind.success ? { kind: kind.data } : {}) },
        format,
        filter,
        eventNumber,
        rows: written.data.rows,
        leftOut: [...written.leftOut, ...(simulated === null ? [] : [simulated])],
        files: [
          { ...written.data, name: names.data },
          ...(written.sideCar ? [{ ...written.sideCar, name: names.sideCar }] : []),
        ],
        validation: written.validation,
      };
      const text = toManifestText(manifest);
      const file = await newFile(world.folder, "exports");
      await file.write(Buffer.from(text));
      await file.finish(() => `${row.id}.${names.manifest}`);
      failpoint("export.manifest");
      await world.db.export.update({
        where: { id: row.id },
        data: {
          state: "ready",
          rows: written.data.rows,
          leftOut: total - written.data.rows,
          bytes: written.data.bytes,
          sha256: written.data.sha256,
          eventNumber,
          manifest: JSON.parse(text),
          done: total,
          finishedAt: world.now(),
        },
      });
    } catch (error) {
      if (!(error instanceof StudioError) || error.code === "unavailable") throw error;
      await client.query("ROLLBACK");
      await world.db.export.update({
        where: { id: row.id },
        data: { state: "failed", problem: error.message, finishedAt: world.now() },
      });
    }
  });
}

/**
 * Begins the snapshot and chooses the rows in it: their ids go to a temporary table, so that what is counted is what is
 * written. Joins run in the order of ids without sorting, since sorting whole texts would fill the disk.
 */
async function openSnapshot(
  world: World,
  client: PoolClient,
  projectId: string,
  filter: ConversationFilter,
  withSimulated: boolean,
): Promise<{ eventNumber: number; total: number; simulated: LeftOut | null }> {
  const resolved = await resolveFilter(world.pool, projectId, filter);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  await client.query("SET LOCAL enable_sort = off; SET LOCAL enable_hashjoin = off");
  await client.query("CREATE TEMP TABLE chosen (id uuid NOT NULL) ON COMMIT DROP");
  const inserted = await client.query(
    sql`INSERT INTO chosen SELECT conversation.id FROM conversation WHERE ${whereFilter(resolved)}`.toQuery(),
  );
  const simulated = withSimulated ? null : await leaveOutSimulated(client, projectId);
  await client.query("CREATE UNIQUE INDEX ON chosen (id)");
  await client.query("ANALYZE chosen");
  // An export is an event that changes no file: left out, so that one state exported twice gives the same manifest.
  const last = await client.query<{ number: number }>(
    "SELECT number FROM event WHERE project_id = $1 AND kind <> 'export.created' ORDER BY number DESC LIMIT 1",
    [projectId],
  );
  return { eventNumber: last.rows[0]?.number ?? 0, total: inserted.rowCount ?? 0, simulated };
}

/** Takes what a simulator wrote out of what was chosen; null where there is none. */
async function leaveOutSimulated(client: PoolClient, projectId: string): Promise<LeftOut | null> {
  const { rows } = await client.query<{ count: number; ids: string[] | null }>(
    `WITH gone AS (
       DELETE FROM chosen USING conversation
       WHERE conversation.id = chosen.id AND conversation.simulated AND conversation.project_id = $1 RETURNING chosen.id
     ) SELECT count(*)::int AS count, (array_agg(id ORDER BY id))[1:20] AS ids FROM gone`,
    [projectId],
  );
  const [gone] = rows;
  return gone === undefined || gone.ids === null
    ? null
    : { reason: "simulated", count: gone.count, firstIds: gone.ids };
}
