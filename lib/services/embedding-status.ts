import type { EmbeddingStatus } from "#lib/schema/embedding-status.ts";
import type { World } from "#lib/world/world.ts";
import { isSameEmbedder, readEmbedder } from "./read-embedder.ts";

/** How far a project's embedding is; null where no embedder is chosen. Four look-ups by keys. */
export async function readEmbeddingStatus(world: World, projectId: string): Promise<EmbeddingStatus | null> {
  const embedder = await readEmbedder(world, projectId);
  if (embedder === null) return null;
  const [progress, connection, { rows: jobs }] = await Promise.all([
    world.db.embeddingProgress.findUnique({ where: { projectId } }),
    world.db.connection.findUniqueOrThrow({ where: { id: embedder.connection }, select: { name: true } }),
    world.pool.query<{ state: string }>(
      "SELECT state::text FROM pgboss.job WHERE name = 'score.embedding' AND singleton_key = $1 AND state < 'completed'",
      [projectId],
    ),
  ]);
  // What another embedder did says nothing of this one, but for what it took.
  const own =
    progress !== null && isSameEmbedder({ connection: progress.connectionId, model: progress.model }, embedder)
      ? progress
      : null;
  const active = own?.state === "active" || jobs.some(({ state }) => state === "active");
  return {
    connection: embedder.connection,
    connectionName: connection.name,
    model: embedder.model,
    state: active ? "active" : jobs.length > 0 ? "queued" : own?.state === "paused" ? "paused" : "idle",
    done: own?.done ?? 0,
    total: own?.total ?? 0,
    problem: own?.problem ?? null,
    texts: Number(progress?.texts ?? 0),
    requests: Number(progress?.requests ?? 0),
    tokens: Number(progress?.tokens ?? 0),
    cost: progress?.cost ?? null,
    exact: own?.exact ?? null,
    recall: own?.recall ?? null,
  };
}
