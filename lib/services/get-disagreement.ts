import { EstimatorName } from "#lib/schema/score.ts";
import { type Disagreement, DisagreementInput, DisagreementView } from "#lib/schema/score-health.ts";
import { estimatorMeasures } from "#lib/scoring/estimator-measures.ts";
import { defineProjectRead } from "./define.ts";

/** So many of the conversations furthest apart are named. */
const named = 5;

/**
 * How the estimators of a measure agree with one another: two and two, by their percentiles within cultures, with the
 * conversations on which they differ most. One aggregate for each pair that reads all of the project's scores.
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
    const pairs: Disagreement[] = [];
    for (const [index, first] of names.entries()) {
      for (const second of names.slice(index + 1)) {
        const joined = `FROM conversation
          JOIN score a ON a.conversation_id = conversation.id AND a.estimator = $2 AND a.${percentile} IS NOT NULL
          JOIN score b ON b.conversation_id = conversation.id AND b.estimator = $3 AND b.${percentile} IS NOT NULL`;
        const [counts, furthest] = await Promise.all([
          world.pool.query<{ items: number; correlation: number | null; apart: number }>(
            `SELECT count(*)::int AS items, corr(a.${percentile}, b.${percentile}) AS correlation,
               count(*) FILTER (WHERE abs(a.${percentile} - b.${percentile}) > 0.5)::int AS apart
             ${joined} WHERE conversation.project_id = $1`,
            [project.id, first, second],
          ),
          world.pool.query<Disagreement["furthest"][number]>(
            `SELECT conversation.id, conversation.question, conversation.language, culture.name AS culture, a.${percentile} AS first, b.${percentile} AS second
             ${joined} JOIN culture ON culture.id = conversation.culture_id WHERE conversation.project_id = $1
             ORDER BY abs(a.${percentile} - b.${percentile}) DESC, conversation.id LIMIT ${named}`,
            [project.id, first, second],
          ),
        ]);
        const [count] = counts.rows;
        if (count && count.items > 0) pairs.push({ first, second, ...count, furthest: furthest.rows });
      }
    }
    return { measure, pairs };
  },
);
