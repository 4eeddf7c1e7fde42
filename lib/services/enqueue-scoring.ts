import type { Transaction } from "#lib/db/client.ts";
import type { World } from "#lib/world/world.ts";

/** Leaves the scoring of a project for a worker: by texts, and where an embedder is chosen then by its vectors, once they are there. */
export async function enqueueScoring(world: World, tx: Transaction, projectId: string): Promise<void> {
  await world.queue.enqueue(tx, "score.project", { projectId }, projectId);
  const { estimators } = await tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { estimators: true } });
  if (estimators.includes("embedding")) await enqueueEmbedding(world, tx, projectId);
}

/** Leaves the scoring by embedding alone; false where no embedder is chosen. */
export async function enqueueEmbedding(world: World, tx: Transaction, projectId: string): Promise<boolean> {
  const chosen = await tx.modelRole.count({
    where: { projectId, role: "embedder", connection: { removedAt: null } },
  });
  if (chosen > 0) await world.queue.enqueue(tx, "score.embedding", { projectId }, projectId);
  return chosen > 0;
}
