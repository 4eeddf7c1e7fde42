import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Difference } from "#lib/curation/difference.ts";
import type { FileRoom } from "#lib/world/file-store.ts";
import type { World } from "#lib/world/world.ts";

const hour = 3_600_000;
const rooms: readonly FileRoom[] = ["imports", "exports"];

/** What a killed process left and no worker has swept for an hour: unfinished files of the data folder. */
export async function findLeftovers(world: World): Promise<Difference[]> {
  const found: Difference[] = [];
  for (const room of rooms) {
    for (const name of await readdir(join(world.folder, room)).catch(() => [])) {
      if (!name.endsWith(".part")) continue;
      const file = await stat(join(world.folder, room, name)).catch(() => null);
      if (file && file.mtime.getTime() < world.now().getTime() - hour)
        found.push({
          kind: "file.unfinished",
          id: `${room}/${name}`,
          expected: "none older than an hour",
          found: file.mtime.toISOString(),
        });
    }
  }
  return found;
}

/** Claims that ran out more than an hour ago: a worker sweeps them every ten minutes, and when it starts. */
export async function findExpiredLeases(world: World, projectId: string): Promise<Difference[]> {
  const rows = await world.db.lease.findMany({
    where: { projectId, expiresAt: { lt: new Date(world.now().getTime() - hour) } },
    take: 100,
  });
  return rows.map(({ conversationId, expiresAt }) => ({
    kind: "lease.expired",
    id: conversationId,
    expected: "none that ran out an hour ago",
    found: expiresAt.toISOString(),
  }));
}
