import type { Persistence } from "#lib/llm/persist.ts";
import { embeddedTexts } from "#lib/scoring/embedding/embedded-texts.ts";
import type { World } from "#lib/world/world.ts";
import { embedTexts, withEmbedder } from "./embed-texts.ts";
import { readEmbedder } from "./read-embedder.ts";
import { scoringContext } from "./score-project.ts";
import { readItemsAt } from "./scoring-items.ts";
import { listStoredKeys, textKey } from "./stored-embeddings.ts";

/** Somebody waits for the score of an edit: an endpoint that does not answer soon is asked by the next scoring. */
const brief: Persistence = { attempts: 2, budget: 20_000 };

/**
 * Has the texts of one conversation embedded that are not kept yet: after an edit of its answer, one. An endpoint that fails is told of
 * on the project's scoring, and the conversation has no vector until the project is scored again. Does nothing where no embedder is chosen.
 */
export async function embedConversation(
  world: World,
  projectId: string,
  conversationId: string,
  persistence: Persistence = brief,
): Promise<void> {
  const embedder = await readEmbedder(world, projectId);
  if (embedder === null) return;
  const context = await scoringContext(world, projectId);
  const client = await world.pool.connect();
  let broken = true;
  try {
    const read = await readItemsAt(client, projectId, [{ id: conversationId, revision: null }]);
    const item = read.get(conversationId)?.item;
    const { answer, question } = item === undefined ? { answer: null, question: null } : embeddedTexts(item, context);
    const texts = answer === null ? [] : [...new Set([answer, question])].filter((text) => text !== null);
    const stored = await listStoredKeys(client, embedder, texts.map(textKey));
    const missing = texts.filter((text) => !stored.has(textKey(text)));
    if (missing.length > 0) {
      await client.query(
        "UPDATE embedding_progress SET total = total + $2, updated_at = now() WHERE project_id = $1 AND state <> 'active'",
        [projectId, missing.length],
      );
      const problem = await withEmbedder(world, embedder, (open) =>
        embedTexts(client, projectId, open, missing, persistence),
      );
      if (problem !== null) {
        await client.query(
          "UPDATE embedding_progress SET state = 'paused', problem = $2, updated_at = now() WHERE project_id = $1 AND state <> 'active'",
          [projectId, problem],
        );
      }
    }
    broken = false;
  } finally {
    // After what we did not expect the connection may be inside a transaction.
    client.release(broken);
  }
}
