import type { PoolClient } from "pg";
import { withLock } from "#lib/db/advisory-lock.ts";
import { StudioError } from "#lib/errors.ts";
import type { Persistence } from "#lib/llm/persist.ts";
import { embeddedTexts } from "#lib/scoring/embedding/embedded-texts.ts";
import type { ScoringContext } from "#lib/scoring/estimator.ts";
import type { World } from "#lib/world/world.ts";
import { embedTexts, withEmbedder } from "./embed-texts.ts";
import { inPortions } from "./in-portions.ts";
import type { AssignedModel } from "./open-connection.ts";
import { readEmbedder } from "./read-embedder.ts";
import { scoringContext } from "./score-project.ts";
import { itemsOf } from "./scoring-items.ts";
import { listStoredKeys, textKey } from "./stored-embeddings.ts";

/** Texts are looked up and asked for by so many conversations at a time. */
const page = 2_000;
/** An endpoint that is overloaded is asked so often before the project pauses. */
const patient: Persistence = { attempts: 6 };

/** What is said where nobody chose an embedder. */
export const noEmbedder =
  "No embedder is chosen for this project. Choose a model for it in the settings, under Connections, then score again.";

/** How an embedding of a project ended. */
export interface EmbeddedProject {
  embedder: AssignedModel;
  /** Why it paused; null when every text has its vector. */
  problem: string | null;
}

/**
 * Has every text of a project embedded that its embedder has not embedded before, in this or another project, one request after
 * the other. Can be killed and run again at any point: what was kept is not asked for again. An endpoint that fails pauses it, with the reason
 * on the project's scoring; what came before stays. Goes twice over the texts; waits on the network and holds no lock of scoring.
 *
 * @throws StudioError `conflict` where no embedder is chosen
 */
export async function embedProject(
  world: World,
  projectId: string,
  persistence: Persistence = patient,
): Promise<EmbeddedProject> {
  return withLock(world, "embed", projectId, async (client) => {
    const embedder = await readEmbedder(world, projectId);
    if (embedder === null) throw new StudioError("conflict", noEmbedder);
    const context = await scoringContext(world, projectId);
    const counts = { total: 0, done: 0 };
    for await (const { texts, missing } of projectTexts(client, projectId, embedder, context)) {
      counts.total += texts;
      counts.done += texts - missing.length;
    }
    const facts = { connectionId: embedder.connection, model: embedder.model, ...counts, problem: null };
    const now = { state: "active", updatedAt: world.now() };
    await world.db.embeddingProgress.upsert({
      where: { projectId },
      create: { projectId, ...facts, ...now },
      update: { ...facts, ...now },
    });
    const problem =
      counts.done === counts.total
        ? null
        : await withEmbedder(world, embedder, async (open) => {
            for await (const { missing } of projectTexts(client, projectId, embedder, context))
              await embedTexts(client, projectId, open, missing, persistence);
          });
    await world.db.embeddingProgress.update({
      where: { projectId },
      data: { state: problem === null ? "idle" : "paused", problem, updatedAt: world.now() },
    });
    return { embedder, problem };
  });
}

/** The different texts of a project, a page at a time: how many, and those that have no vector. Each is told once. */
async function* projectTexts(
  client: PoolClient,
  projectId: string,
  embedder: AssignedModel,
  context: ScoringContext,
): AsyncGenerator<{ texts: number; missing: string[] }, void, void> {
  const told = new Set<string>();
  for await (const items of inPortions(itemsOf(client, projectId).items(), page)) {
    const fresh = new Map<string, string>();
    for (const item of items) {
      const { answer, question } = embeddedTexts(item, context);
      // A question without an answer is nothing to compare.
      if (answer === null) continue;
      for (const text of [answer, question]) {
        if (text === null) continue;
        const key = textKey(text);
        if (!told.has(key)) fresh.set(key, text);
        told.add(key);
      }
    }
    const stored = await listStoredKeys(client, embedder, [...fresh.keys()]);
    yield { texts: fresh.size, missing: [...fresh].flatMap(([key, text]) => (stored.has(key) ? [] : [text])) };
  }
}
