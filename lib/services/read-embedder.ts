import type { World } from "#lib/world/world.ts";
import { type AssignedModel, readAssigned } from "./open-connection.ts";

/** The model that embeds texts for a project; null where none is chosen. One indexed query. */
export async function readEmbedder(world: World, projectId: string): Promise<AssignedModel | null> {
  const [chosen] = await readAssigned(world, projectId, "embedder");
  return chosen ?? null;
}

/** Whether two are the same model of the same connection, whose vectors can be compared. */
export function isSameEmbedder(a: AssignedModel | null, b: AssignedModel | null): boolean {
  return a !== null && b !== null && a.connection === b.connection && a.model === b.model;
}
