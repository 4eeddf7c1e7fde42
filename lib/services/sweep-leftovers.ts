import { sweepParts, sweepUnneeded } from "#lib/world/file-store.ts";
import type { World } from "#lib/world/world.ts";

const hour = 3_600_000;

/**
 * Takes away what is needed no longer and what killed processes left: unfinished files after an hour, leases that ran out,
 * answers older than 30 days, staged lines of imports that are over, uploaded files of which no import came.
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
  await world.db.idempotentAnswer.deleteMany({ where: { createdAt: { lt: new Date(now - 30 * 24 * hour) } } });
}
