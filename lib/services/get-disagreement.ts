import { EstimatorName } from "#lib/schema/score.ts";
import { type Disagreement, DisagreementInput, DisagreementView } from "#lib/schema/score-health.ts";
import { estimatorMeasures } from "#lib/scoring/estimator-measures.ts";
import { defineProjectRead } from "./define.ts";

/** So many of the conversations furthest apart are named. */
const named = 5;

/**
 * How the estimators of a measure agree with one another: two and two, by their percentiles within cultures, with the
 * conversations on which they differ most. One aggregate over all of the project's scores, and one more look for each pair.
 */
export const getDisagreement = defineProjectRead(
  {
    action: "score.read",
    summary: "Read how estimators of a measure agree with one another",
    Input: DisagreementInput,
    Output: DisagreementView,
  },
  async ({ world, project }, { measure }) => {
    const names = EstimatorName.options.filter((name) => estimatorMeasures[name].includes(measure));
    const percentile = `${measure}_percentile`;
    const { rows } = await world.pool.query<Omit<Disagreement, "furthest">>(
      `SELECT a.estimator AS first, b.estimator AS second, count(*)::int AS items, corr(a.${percentile}, b.${percentile}) AS correlation,
         count(*) FILTER (WHERE abs(a.${percentile} - b.${percentile}) > 0.5)::int AS apart
       FROM conversation
       JOIN score a ON a.conversation_id = conversation.id AND a.estimator = ANY($2) AND a.${percentile} IS NOT NULL
       JOIN score b ON b.conversation_id = conversation.id AND b.estimator = ANY($2) AND b.${percentile} IS NOT NULL
         AND array_position($2::text[], a.estimator) < array_position($2::text[], b.estimator)
       WHERE conversation.project_id = $1 GROUP BY 1, 2 ORDER BY array_position($2::text[], a.estimator), array_position($2::text[], b.estimator)`,
      [project.id, names],
    );
    const pairs: Disagreement[] = [];
    for (const pair of rows) {
      const furthest = await world.pool.query<Disagreement["furthest"][number]>(
        `SELECT conversation.id, conversation.question, conversation.language, culture.name AS culture, a.${percentile} AS first, b.${percentile} AS second
         FROM conversation
         JOIN score a ON a.conversation_id = conversation.id AND a.estimator = $2 AND a.${percentile} IS NOT NULL
         JOIN score b ON b.conversation_id = conversation.id AND b.estimator = $3 AND b.${percentile} IS NOT NULL
         JOIN culture ON culture.id = conversation.culture_id WHERE conversation.project_id = $1
         ORDER BY abs(a.${percentile} - b.${percentile}) DESC, conversation.id LIMIT ${named}`,
        [project.id, pair.first, pair.second],
      );
      pairs.push({ ...pair, furthest: furthest.rows });
    }
    return { measure, pairs };
  },
);
