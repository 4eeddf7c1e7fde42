import { z } from "zod";
import { notYet } from "#lib/db/score-notes.ts";
import { EstimatorName, type MeasureName, RunEstimatorName } from "#lib/schema/score.ts";
import { type EstimatorHealth, ScoreHealth } from "#lib/schema/score-health.ts";
import { estimatorMeasures } from "#lib/scoring/estimator-measures.ts";
import { estimators } from "#lib/scoring/estimators.ts";
import { defineProjectRead } from "./define.ts";
import { readEmbedder } from "./read-embedder.ts";
import { readShown } from "./show-scores.ts";

/** More reasons than so many are counted together. */
const mostReasons = 6;

interface CountRecord {
  estimator: string;
  version: string;
  r: string | null;
  d: string | null;
  stale: boolean;
  count: number;
}

const valued = " ";

/**
 * How the scores of a project stand: by estimator how many conversations have a value, why the others have none, and how many
 * are stale. One aggregate that reads all of the project's scores.
 */
export const getScoreHealth = defineProjectRead(
  {
    action: "score.read",
    summary: "Read how the scores stand: by estimator what is scored, what is not and why, and what is stale",
    Input: z.strictObject({ project: z.string() }),
    Output: ScoreHealth,
  },
  async ({ world, project }) => {
    const [counts, conversations, models, settings, shown, embedder] = await Promise.all([
      world.pool.query<CountRecord>(
        `SELECT score.estimator, score.version, CASE WHEN score.representativeness IS NULL THEN score.representativeness_reason ELSE $2 END AS r,
           CASE WHEN score.distinctiveness IS NULL THEN score.distinctiveness_reason ELSE $2 END AS d,
           score.revision <> conversation.head_revision AS stale, count(*)::int AS count
         FROM score JOIN conversation ON conversation.id = score.conversation_id WHERE conversation.project_id = $1 GROUP BY 1, 2, 3, 4, 5`,
        [project.id, valued],
      ),
      world.db.conversation.count({ where: { projectId: project.id } }),
      world.db.scoringModel.findMany({
        where: { projectId: project.id },
        select: { estimator: true, version: true, items: true, fittedAt: true },
      }),
      world.db.project.findUniqueOrThrow({ where: { id: project.id }, select: { estimators: true } }),
      readShown(world, project.id),
      readEmbedder(world, project.id),
    ]);
    const healthOf = (estimator: EstimatorName): EstimatorHealth => {
      const rows = counts.rows.filter((row) => row.estimator === estimator);
      const sum = (of: readonly CountRecord[]) => of.reduce((total, { count }) => total + count, 0);
      const unknown = conversations - sum(rows);
      const measure = (key: "r" | "d") => ({
        scored: sum(rows.filter((row) => row[key] === valued)),
        missing: reasonsOf([
          ...rows.filter((row) => row[key] !== valued).map((row) => ({ reason: row[key] ?? notYet, count: row.count })),
          ...(unknown > 0 ? [{ reason: notYet, count: unknown }] : []),
        ]),
      });
      const model = models.find((each) => each.estimator === estimator);
      const { version } = estimators[estimator];
      return {
        estimator,
        version,
        run:
          (settings.estimators.includes(estimator) && (estimator !== "embedding" || embedder !== null)) ||
          (rows.length > 0 && !RunEstimatorName.safeParse(estimator).success),
        measures: [...estimatorMeasures[estimator]],
        representativeness: measure("r"),
        distinctiveness: measure("d"),
        stale: sum(rows.filter((row) => row.stale)),
        olderVersion: sum(rows.filter((row) => row.version !== version)),
        fitted:
          model === undefined ? null : { at: model.fittedAt.toISOString(), items: model.items, version: model.version },
      };
    };
    return { conversations, estimators: EstimatorName.options.map(healthOf), shown };
  },
);

type Missing = EstimatorHealth[MeasureName]["missing"];

/** The same reasons put together, most frequent first, the rare ones as one. */
function reasonsOf(found: readonly { reason: string; count: number }[]): Missing {
  const counts = new Map<string, number>();
  for (const { reason, count } of found) counts.set(reason, (counts.get(reason) ?? 0) + count);
  const sorted = [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
  const others = sorted.slice(mostReasons).reduce((total, { count }) => total + count, 0);
  return [...sorted.slice(0, mostReasons), ...(others > 0 ? [{ reason: null, count: others }] : [])];
}
