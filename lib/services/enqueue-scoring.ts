import type { Transaction } from "#lib/db/client.ts";
import type { World } from "#lib/world/world.ts";

/** Leaves the scoring of a project for a worker: by texts, and where an embedder is chosen then by its vectors, once they are there. */
export async function enqueueScoring(world: World, tx: Transaction, projectId: string): Promise<void> {
  await world.queue.enqueue(tx, "score.project", { projectId }, projectId);
  if (await runsEmbedding({ db: tx }, projectId))
    await world.queue.enqueue(tx, "score.embedding", { projectId }, projectId);
}

/** Whether a project is scored by embedding: its settings say so, and an embedder is chosen. Two look-ups by keys. */
export async function runsEmbedding({ db }: { db: Transaction }, projectId: string): Promise<boolean> {
  const { estimators } = await db.project.findUniqueOrThrow({ where: { id: projectId }, select: { estimators: true } });
  return estimators.includes("embedding") && (await hasEmbedder(db, projectId));
}

/** Leaves the scoring by embedding alone; false where no embedder is chosen. */
export async function enqueueEmbedding(world: World, tx: Transaction, projectId: string): Promise<boolean> {
  const chosen = await hasEmbedder(tx, projectId);
  if (chosen) await world.queue.enqueue(tx, "score.embedding", { projectId }, projectId);
  return chosen;
}

async function hasEmbedder(db: Transaction, projectId: string): Promise<boolean> {
  return (await db.modelRole.count({ where: { projectId, role: "embedder", connection: { removedAt: null } } })) > 0;
}
