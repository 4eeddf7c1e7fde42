import { parentPort, Worker, workerData } from "node:worker_threads";
import { z } from "zod";
import { env, requireDatabaseUrl } from "#lib/env.ts";
import { RunEstimatorName } from "#lib/schema/score.ts";
import { scoreByEmbedding } from "#lib/services/score-by-embedding.ts";
import { scoreProject } from "#lib/services/score-project.ts";
import { openWorld } from "#lib/world/world.ts";

const Order = z.strictObject({
  databaseUrl: z.string(),
  folder: z.string(),
  projectId: z.uuid(),
  /** Left out: those that the project runs. */
  names: z.array(RunEstimatorName).optional(),
});

/**
 * Scores a project in a thread of its own, so that heartbeats and other jobs of this process go on meanwhile. Rejects with
 * what the thread died of. "embedding" among the names embeds first, and scores by what the vectors serve.
 */
export function scoreInThread(projectId: string, names?: readonly RunEstimatorName[]): Promise<void> {
  const order: z.infer<typeof Order> = {
    databaseUrl: requireDatabaseUrl(),
    folder: env().data,
    projectId,
    ...(names === undefined ? {} : { names: [...names] }),
  };
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL(import.meta.url), { workerData: { scoreProject: order } });
    thread.once("error", reject);
    thread.once("exit", (status) =>
      status === 0 ? resolve() : reject(new Error(`The scoring thread ended with ${status}`)),
    );
  });
}

const asked = parentPort === null ? undefined : z.object({ scoreProject: Order }).safeParse(workerData);
if (asked?.success) {
  const { databaseUrl, folder, projectId, names } = asked.data.scoreProject;
  const world = openWorld({ databaseUrl, folder, connections: 3 });
  if (names?.includes("embedding")) await scoreByEmbedding(world, projectId);
  else await scoreProject(world, projectId, names);
  await world.close();
}
