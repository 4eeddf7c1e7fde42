import { z } from "zod";
import { invalidField, StudioError } from "#lib/errors.ts";
import { EmbeddingStatus } from "#lib/schema/embedding-status.ts";
import { EstimatorName, TextEstimatorName } from "#lib/schema/score.ts";
import type { World } from "#lib/world/world.ts";
import { defineChange, defineProjectRead } from "./define.ts";
import { noEmbedder } from "./embed-project.ts";
import { readEmbeddingStatus } from "./embedding-status.ts";
import { enqueueEmbedding, enqueueScoring } from "./enqueue-scoring.ts";
import { readAllEstimators } from "./score-project.ts";

/** Has a worker score the whole project again; by one estimator alone where it is named. */
export const startScoring = defineChange(
  {
    action: "score.start",
    summary: "Score all conversations again",
    Input: z.strictObject({ project: z.string(), estimator: EstimatorName.optional() }),
    Output: z.strictObject({ queued: z.boolean() }),
  },
  async ({ world, project, tx, record }, { estimator }) => {
    if (estimator === undefined) await enqueueScoring(world, tx, project.id);
    else if (estimator === "embedding") {
      if (!(await enqueueEmbedding(world, tx, project.id))) throw new StudioError("conflict", noEmbedder);
    } else {
      const one = TextEstimatorName.safeParse(estimator);
      if (!one.success) {
        const message = "is scored by what people or models say of conversations, not by a worker that reads them";
        throw invalidField("estimator", message);
      }
      const payload = { projectId: project.id, estimator: one.data };
      await world.queue.enqueue(tx, "score.project", payload, `${project.id} ${one.data}`);
    }
    await record({ kind: "score.requested", payload: { estimator: estimator ?? null } });
    return { queued: true };
  },
);

/** How far scoring is: whether a worker is at it, and how many conversations have a score. */
export const getScoring = defineProjectRead(
  {
    action: "score.read",
    summary: "Read the progress of scoring",
    Input: z.strictObject({ project: z.string() }),
    Output: z.strictObject({
      state: z.enum(["idle", "queued", "active"]),
      done: z.int(),
      total: z.int(),
      scored: z.int(),
      conversations: z.int(),
      /** Texts that have changed since the estimators learnt of the project. They are scored, but nobody has learnt from them. */
      changedSince: z.int(),
      /** So many have changed that the project should be scored again. */
      refit: z.boolean(),
      /** Whether lists are still to follow a change of what they show, such as a calibration switched on. */
      showing: z.boolean(),
      /** Whether a worker scores or embeds, or is about to. */
      underWay: z.boolean(),
      /** Null where no embedder is chosen. */
      embedding: EmbeddingStatus.nullable(),
    }),
  },
  async ({ world, project }) => {
    const [progress, waiting, counts, changedSince, embedding] = await Promise.all([
      world.db.scoringProgress.findUnique({ where: { projectId: project.id } }),
      world.pool.query<{ name: string; state: string }>(
        `SELECT name, state::text FROM pgboss.job WHERE name IN ('score.project', 'score.headlines')
           AND (singleton_key = $1 OR singleton_key LIKE $1 || ' %') AND state < 'completed'`,
        [project.id],
      ),
      world.pool.query<{ conversations: number; scored: number }>(
        "SELECT count(*)::int AS conversations, count(representativeness)::int AS scored FROM conversation WHERE project_id = $1",
        [project.id],
      ),
      countChanged(world, project.id),
      readEmbeddingStatus(world, project.id),
    ]);
    const scoring = waiting.rows.filter(({ name }) => name === "score.project");
    const active = progress?.state === "active" || scoring.some(({ state }) => state === "active");
    const [count] = counts.rows;
    return {
      state: active ? ("active" as const) : scoring.length > 0 ? ("queued" as const) : ("idle" as const),
      done: progress?.done ?? 0,
      total: progress?.total ?? 0,
      scored: count?.scored ?? 0,
      conversations: count?.conversations ?? 0,
      changedSince,
      refit: changedSince > refitShare * (count?.conversations ?? 0),
      showing: scoring.length < waiting.rows.length,
      underWay: active || scoring.length > 0 || ["queued", "active"].includes(embedding?.state ?? "idle"),
      embedding,
    };
  },
);

/** Of a hundred texts so many may change before the project should be scored again. */
const refitShare = 0.05;

/**
 * How many conversations have another text than when the project was last fitted by all that it is scored by now, by its events.
 * Goes over the events since.
 */
async function countChanged(world: World, projectId: string): Promise<number> {
  const { rows } = await world.pool.query<{ changed: number }>(
    `SELECT count(DISTINCT conversation_id)::int AS changed FROM event
     WHERE project_id = $1 AND number > (SELECT min(event_number) FROM scoring_model WHERE project_id = $1 AND estimator = ANY($2))
       AND kind IN ('conversation.edited', 'conversation.undone', 'conversation.redone', 'conversation.updated')
       AND payload->'before'->>'headRevision' IS DISTINCT FROM payload->'after'->>'headRevision'`,
    [projectId, await readAllEstimators(world, projectId)],
  );
  return rows[0]?.changed ?? 0;
}
