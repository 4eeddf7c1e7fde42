import type { PoolClient } from "pg";
import { z } from "zod";
import { withLock } from "#lib/db/advisory-lock.ts";
import { Ratings } from "#lib/schema/decision.ts";
import type { ScoringItem } from "#lib/scoring/estimator.ts";
import { human } from "#lib/scoring/human/index.ts";
import type { World } from "#lib/world/world.ts";
import { readShown } from "./show-scores.ts";
import { copyHeadlines, writeScores } from "./write-scores.ts";

interface RatedRecord {
  id: string;
  revision: number;
  culture: string;
  ratings: unknown;
}

/**
 * Scores what people rated in a culture by the estimator `human`, whole: percentiles are places among the rated. Counts for each
 * person the newest ratings of the head revision that stand; what nobody rates any more loses its score. Reads rated decisions
 * by an index of their own. O(rated items of the culture). Can be run again at any point.
 */
export async function scoreRatings(world: World, projectId: string, cultureId: string): Promise<void> {
  await withLock(world, "ratings", projectId, async (client) => {
    const touched = await writeHuman(client, projectId, cultureId);
    // Without the lock of scoring, for which people who rate would wait minutes: what it copies at its end, it reads afresh.
    if (touched.length > 0) await copyHeadlines(client, projectId, await readShown(world, projectId), touched);
  });
}

/** Does so for every culture in which anybody has rated anything. */
export async function scoreAllRatings(world: World, projectId: string): Promise<void> {
  const { rows } = await world.pool.query<{ id: string }>(
    `SELECT DISTINCT conversation.culture_id AS id FROM decision JOIN conversation ON conversation.id = decision.conversation_id
     WHERE decision.project_id = $1 AND decision.ratings IS NOT NULL`,
    [projectId],
  );
  for (const { id } of rows) await withLock(world, "ratings", projectId, (client) => writeHuman(client, projectId, id));
}

/** Returns the conversations whose score was written or taken away. */
async function writeHuman(client: PoolClient, projectId: string, cultureId: string): Promise<string[]> {
  const { rows } = await client.query<RatedRecord>(
    `SELECT id, revision, culture, json_agg(ratings) AS ratings FROM (
       SELECT DISTINCT ON (conversation.id, decision.user_id) conversation.id, conversation.head_revision AS revision, culture.code AS culture, decision.ratings
       FROM decision
       JOIN conversation ON conversation.id = decision.conversation_id AND conversation.head_revision = decision.revision
       JOIN culture ON culture.id = conversation.culture_id
       WHERE decision.project_id = $1 AND decision.ratings IS NOT NULL AND NOT decision.withdrawn AND conversation.culture_id = $2
       ORDER BY conversation.id, decision.user_id, decision.id DESC
     ) rated GROUP BY id, revision, culture ORDER BY id`,
    [projectId, cultureId],
  );
  const rated = new Map(rows.map((row) => [row.id, z.array(Ratings).parse(row.ratings)]));
  const revisions = new Map(rows.map((row) => [row.id, row.revision]));
  // It reads no text.
  const items = rows.map(
    ({ id, culture }): ScoringItem => ({
      id,
      culture,
      topic: null,
      language: "und",
      questionKey: null,
      question: "",
      response: "",
    }),
  );
  const { scores } = await human.fit(() => items, { mask: (text) => text, ratings: ({ id }) => rated.get(id) ?? [] });
  const fresh = [...scores].map((scored) => ({ scored, revision: revisions.get(scored.id) ?? 1 }));
  if (fresh.length > 0) await writeScores(client, "human", human.version, fresh);
  const gone = await client.query<{ id: string }>(
    `DELETE FROM score USING conversation WHERE conversation.id = score.conversation_id AND score.estimator = 'human'
       AND conversation.project_id = $1 AND conversation.culture_id = $2 AND NOT score.conversation_id = ANY($3::uuid[])
     RETURNING score.conversation_id AS id`,
    [projectId, cultureId, [...rated.keys()]],
  );
  return [...rated.keys(), ...gone.rows.map(({ id }) => id)];
}
