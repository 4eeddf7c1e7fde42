import { sweepParts } from "#lib/world/file-store.ts";
import type { World } from "#lib/world/world.ts";

const hour = 3_600_000;

/** Takes away what killed processes left: unfinished files after an hour, leases that ran out, answers older than 30 days. */
export async function sweepLeftovers(world: World): Promise<void> {
  const now = world.now().getTime();
  await sweepParts(world.folder, "imports", new Date(now - hour));
  await sweepParts(world.folder, "exports", new Date(now - hour));
  await world.db.lease.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  await world.db.idempotentAnswer.deleteMany({ where: { createdAt: { lt: new Date(now - 30 * 24 * hour) } } });
}
