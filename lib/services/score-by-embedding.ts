import type { Persistence } from "#lib/llm/persist.ts";
import { estimators } from "#lib/scoring/estimators.ts";
import type { World } from "#lib/world/world.ts";
import { type EmbeddedProject, embedProject } from "./embed-project.ts";
import { readEstimators, scoreProject } from "./score-project.ts";

/**
 * Embeds what a project's embedder has not embedded yet, and then scores all conversations by the vectors: by `embedding`, and by
 * `siblings`, which compares answers by them once all have one. Where the endpoint fails, scores stay as they are.
 *
 * @throws StudioError `conflict` where no embedder is chosen
 */
export async function scoreByEmbedding(
  world: World,
  projectId: string,
  persistence?: Persistence,
): Promise<EmbeddedProject> {
  const embedded = await embedProject(world, projectId, persistence);
  if (embedded.problem === null) {
    const run = await readEstimators(world, projectId);
    await scoreProject(world, projectId, [...run.filter((name) => estimators[name].scope === "question"), "embedding"]);
  }
  return embedded;
}
