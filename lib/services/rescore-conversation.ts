import type { PoolClient } from "pg";
import { withLock } from "#lib/db/advisory-lock.ts";
import type { EditedItem } from "#lib/scoring/estimator.ts";
import { LexicalModel } from "#lib/scoring/lexical/model.ts";
import type { World } from "#lib/world/world.ts";
import { loadModels } from "./load-models.ts";
import { renewNeighbours } from "./renew-neighbours.ts";
import { readEstimators, scoreProject, scoringContext } from "./score-project.ts";
import { scoreRatings } from "./score-ratings.ts";
import { readItemsAt } from "./scoring-items.ts";
import { readShown } from "./show-scores.ts";
import { lastEvent, settleQuestions } from "./stale-questions.ts";
import { copySameIn } from "./write-neighbours.ts";
import { copyHeadlines, writeFewScores } from "./write-scores.ts";

/**
 * Scores one edited conversation again, and with it the siblings that are measured against it, by what the estimators
 * learnt of the project, and finds anew who is near it; a project that was never scored is scored whole. Milliseconds,
 * whatever the project's size.
 */
export async function rescoreConversation(world: World, projectId: string, conversationId: string): Promise<void> {
  const isFitted = await withLock(world, "score", projectId, async (client) => {
    const models = await loadModels(world, projectId);
    const run = await readEstimators(world, projectId);
    if (!run.every((name) => models.some(({ estimator }) => estimator.name === name))) return false;
    const touched = new Set<string>();
    const seen = await lastEvent(client, projectId);
    for (const { estimator, model, eventNumber } of models) {
      // What the project runs no more is left as it is, and so is stale.
      if (!run.some((name) => name === estimator.name)) continue;
      const ids = estimator.scope === "item" ? [conversationId] : await siblingIds(client, projectId, conversationId);
      const now = await readItemsAt(
        client,
        projectId,
        ids.map((id) => ({ id, revision: null })),
      );
      const then = await readItemsAt(client, projectId, await fittedRevisions(client, ids, eventNumber));
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
    await settleQuestions(client, projectId, seen, conversationId);
    for (const { model } of models) {
      if (model instanceof LexicalModel)
        await renewNeighbours(client, projectId, conversationId, model, await scoringContext(world, projectId));
    }
    await copySameIn(client, [...touched]);
    return true;
  });
  if (!isFitted) await scoreProject(world, projectId);
  // Another text has other ratings, or none yet.
  const { rows } = await world.pool.query<{ culture: string }>(
    `SELECT culture_id AS culture FROM conversation WHERE id = $1
       AND EXISTS (SELECT FROM decision WHERE decision.conversation_id = $1 AND decision.ratings IS NOT NULL)`,
    [conversationId],
  );
  for (const { culture } of rows) await scoreRatings(world, projectId, culture);
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
