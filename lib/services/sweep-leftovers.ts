import { sweepParts, sweepUnneeded } from "#lib/world/file-store.ts";
import type { World } from "#lib/world/world.ts";

const hour = 3_600_000;

/**
 * Takes away what is needed no longer and what killed processes left: unfinished files after an hour, leases that ran out,
 * answers older than 30 days, staged lines of imports that are over, uploaded files of which no import came, acts on
 * many that were looked at a day ago and never begun. Also has what
 * cannot be searched yet made searchable, and what edits added to the search index sorted in.
 */
export async function sweepLeftovers(world: World): Promise<void> {
  const now = world.now().getTime();
  await sweepParts(world.folder, "imports", new Date(now - hour));
  await sweepParts(world.folder, "exports", new Date(now - hour));
  await sweepUnneeded(world.folder, "imports", new Date(now - hour), async (names) => {
    const rows = await world.db.import.findMany({ where: { sha256: { in: [...names] } }, select: { sha256: true } });
    return new Set(rows.map(({ sha256 }) => sha256));
  });
  await world.db.lease.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  await world.pool.query(
    `DELETE FROM import_row USING import WHERE import.id = import_row.import_id AND import.state NOT IN ('staging', 'review', 'committing')`,
  );
  await indexUnsearchable(world);
  await world.db.bulkAct.deleteMany({ where: { state: "prepared", createdAt: { lt: new Date(now - 24 * hour) } } });
  await world.db.idempotentAnswer.deleteMany({ where: { createdAt: { lt: new Date(now - 30 * 24 * hour) } } });
}

/** Projects older than the search, and those whose indexing was lost, are indexed; one whose import runs on is asked twice. */
async function indexUnsearchable(world: World): Promise<void> {
  const { rows } = await world.pool.query<{ id: string }>(
    `SELECT project.id FROM project LEFT JOIN search_progress ON search_progress.project_id = project.id
     WHERE search_progress.state IS DISTINCT FROM 'idle' AND EXISTS (SELECT 1 FROM conversation WHERE conversation.project_id = project.id)`,
  );
  for (const { id } of rows)
    await world.db.$transaction((tx) => world.queue.enqueue(tx, "search.index", { projectId: id }, id));
  // Else an edit now and then would have to, and be slow.
  await world.pool.query("SELECT gin_clean_pending_list('conversation_search_terms_idx')");
}
