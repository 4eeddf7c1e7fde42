import type { PoolClient } from "pg";
import { withLock } from "#lib/db/advisory-lock.ts";
import type { EstimatorName } from "#lib/schema/score.ts";
import { EmbeddingModel } from "#lib/scoring/embedding/model.ts";
import type { EditedItem } from "#lib/scoring/estimator.ts";
import { LexicalModel } from "#lib/scoring/lexical/model.ts";
import { embeddingSpaces } from "#lib/scoring/neighbours/embedding-spaces.ts";
import { lexicalSpaces } from "#lib/scoring/neighbours/lexical-spaces.ts";
import type { World } from "#lib/world/world.ts";
import { embedConversation } from "./embed-conversation.ts";
import { loadModels } from "./load-models.ts";
import { isSameEmbedder, readEmbedder } from "./read-embedder.ts";
import { renewNeighbours } from "./renew-neighbours.ts";
import { readAllEstimators, scoreProject, scoringContext } from "./score-project.ts";
import { scoreRatings } from "./score-ratings.ts";
import { readItemsAt } from "./scoring-items.ts";
import { readShown } from "./show-scores.ts";
import { lastEvent, settleQuestions } from "./stale-questions.ts";
import { copySameIn } from "./write-neighbours.ts";
import { copyHeadlines, writeFewScores } from "./write-scores.ts";

/**
 * Scores one edited conversation again, and with it the siblings that are measured against it, by what the estimators
 * learnt of the project, and finds anew who is near it; a project that was never scored is scored whole. Milliseconds,
 * whatever the project's size; where vectors are compared, then also one request to the embedder and a comparison with each.
 */
export async function rescoreConversation(world: World, projectId: string, conversationId: string): Promise<void> {
  const outcome = await rescoreBy(world, projectId, conversationId, "wording");
  if (outcome === "unfitted") await scoreProject(world, projectId);
  // Another text has other ratings, or none yet.
  const { rows } = await world.pool.query<{ culture: string }>(
    `SELECT culture_id AS culture FROM conversation WHERE id = $1
       AND EXISTS (SELECT FROM decision WHERE decision.conversation_id = $1 AND decision.ratings IS NOT NULL)`,
    [conversationId],
  );
  for (const { culture } of rows) await scoreRatings(world, projectId, culture);
  if (outcome !== "more") return;
  // The endpoint is waited for when all else is done.
  await embedConversation(world, projectId, conversationId);
  await rescoreBy(world, projectId, conversationId, "vectors");
}

/** By the models that read words, or by those that compare vectors. `more`: there are some of the others. */
async function rescoreBy(
  world: World,
  projectId: string,
  conversationId: string,
  by: "wording" | "vectors",
): Promise<"done" | "more" | "unfitted"> {
  return withLock(world, "score", projectId, async (client) => {
    const models = await loadModels(world, projectId);
    const run: readonly EstimatorName[] = await readAllEstimators(world, projectId);
    const isFitted = (name: EstimatorName) => models.some(({ estimator }) => estimator.name === name);
    // The models of wording are fitted first; vectors may still be on their way.
    if (!run.every((name) => name === "embedding" || isFitted(name))) return "unfitted";
    // What the project runs no more, and what holds the vectors of an embedder that is chosen no more, is left as it is, and so is stale.
    const embedder = await readEmbedder(world, projectId);
    const usable = models.filter(
      ({ estimator, vectors }) =>
        run.includes(estimator.name) && (vectors === null || isSameEmbedder(vectors.embedder, embedder)),
    );
    const due = usable.filter(({ vectors }) => (vectors === null) === (by === "wording"));
    const touched = new Set<string>();
    const seen = await lastEvent(client, projectId);
    for (const { estimator, model, vectors, eventNumber } of due) {
      const ids = estimator.scope === "item" ? [conversationId] : await siblingIds(client, projectId, conversationId);
      const now = await readItemsAt(
        client,
        projectId,
        ids.map((id) => ({ id, revision: null })),
      );
      const then = await readItemsAt(client, projectId, await fittedRevisions(client, ids, eventNumber));
      vectors?.clear();
      await vectors?.load(
        client,
        [...now.values()].map(({ item }) => item),
      );
      const edited: EditedItem[] = [...now.values()].map(({ item }) => ({
        item,
        fittedAs: then.get(item.id)?.item ?? null,
      }));
      const scored = model.score(edited);
      await writeFewScores(
        client,
        estimator.name,
        estimator.version,
        scored.map((one) => ({ scored: one, revision: now.get(one.id)?.revision ?? 1 })),
      );
      for (const id of ids) touched.add(id);
    }
    await copyHeadlines(client, projectId, await readShown(world, projectId), [...touched]);
    if (due.some(({ estimator }) => estimator.scope === "question"))
      await settleQuestions(client, projectId, seen, conversationId);
    for (const { model, vectors } of due) {
      if (model instanceof LexicalModel) {
        const context = await scoringContext(world, projectId);
        await renewNeighbours(client, projectId, conversationId, "lexical", (items) =>
          lexicalSpaces(items, (language) => model.rarityOf(language), context),
        );
      }
      if (model instanceof EmbeddingModel && vectors !== null) {
        await renewNeighbours(client, projectId, conversationId, "embedding", async (items) => {
          await vectors.load(client, items);
          return embeddingSpaces(items, vectors.context);
        });
      }
    }
    await copySameIn(client, [...touched]);
    return due.length < usable.length ? "more" : "done";
  });
}

async function siblingIds(client: PoolClient, projectId: string, conversationId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT sibling.id FROM conversation own JOIN conversation sibling ON sibling.project_id = own.project_id
       AND (sibling.id = own.id OR sibling.question_key = own.question_key) WHERE own.project_id = $1 AND own.id = $2`,
    [projectId, conversationId],
  );
  return rows.map((row) => row.id);
}

/** Which revision was the head when the model was fitted: that of the last act before it, else the first. */
async function fittedRevisions(
  client: PoolClient,
  ids: readonly string[],
  eventNumber: number,
): Promise<{ id: string; revision: number }[]> {
  const { rows } = await client.query<{ id: string; revision: number }>(
    `SELECT wanted.id, coalesce((
       SELECT (event.payload->'after'->>'headRevision')::int FROM event
       WHERE event.conversation_id = wanted.id AND event.number <= $2 AND event.to_version IS NOT NULL ORDER BY event.number DESC LIMIT 1
     ), 1) AS revision FROM unnest($1::uuid[]) AS wanted (id)`,
    [ids, eventNumber],
  );
  return rows;
}
