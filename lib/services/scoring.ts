import { z } from "zod";
import { EstimatorName } from "#lib/schema/score.ts";
import { defineChange, defineProjectRead } from "./define.ts";

/** Has a worker score the whole project again. */
export const startScoring = defineChange(
  {
    action: "score.start",
    summary: "Score all conversations again",
    Input: z.strictObject({ project: z.string(), estimator: EstimatorName.optional() }),
    Output: z.strictObject({ queued: z.boolean() }),
  },
  async ({ world, project, tx, record }, { estimator }) => {
    await world.queue.enqueue(tx, "score.project", { projectId: project.id }, project.id);
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
    }),
  },
  async ({ world, project }) => {
    const [progress, waiting, counts] = await Promise.all([
      world.db.scoringProgress.findUnique({ where: { projectId: project.id } }),
      world.pool.query<{ state: string }>(
        "SELECT state::text FROM pgboss.job WHERE name = 'score.project' AND singleton_key = $1 AND state < 'completed'",
        [project.id],
      ),
      world.pool.query<{ conversations: number; scored: number }>(
        "SELECT count(*)::int AS conversations, count(representativeness)::int AS scored FROM conversation WHERE project_id = $1",
        [project.id],
      ),
    ]);
    const active = progress?.state === "active" || waiting.rows.some(({ state }) => state === "active");
    const [count] = counts.rows;
    return {
      state: active ? ("active" as const) : waiting.rows.length > 0 ? ("queued" as const) : ("idle" as const),
      done: progress?.done ?? 0,
      total: progress?.total ?? 0,
      scored: count?.scored ?? 0,
      conversations: count?.conversations ?? 0,
    };
  },
);
