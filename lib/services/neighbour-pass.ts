import { NeighbourPass } from "#lib/schema/leak.ts";
import type { World } from "#lib/world/world.ts";

/** How the neighbours of a project were found last; null before they ever were. */
export async function readNeighbourPass(world: World, projectId: string): Promise<NeighbourPass> {
  const pass = await world.db.neighbourPass.findUnique({ where: { projectId } });
  if (pass === null) return null;
  const { basis, items, exact, recall, computedAt } = pass;
  return NeighbourPass.parse({ basis, items, exact, recall, computedAt: computedAt.toISOString() });
}
