import { EstimatorName, textEstimators } from "#lib/schema/score.ts";
import type { World } from "#lib/world/world.ts";

type Counts = { representativeness: number; distinctiveness: number };

/**
 * How many conversations of a project have a value, by measure and estimator: those that score every project, and what
 * others have scored here. One aggregate.
 */
export async function countScores(
  world: World,
  projectId: string,
): Promise<{ conversations: number; scored: Partial<Record<EstimatorName, Counts>> }> {
  const { rows } = await world.pool.query<{ estimator: string } & Counts>(
    `SELECT estimator, count(score.representativeness)::int AS representativeness, count(score.distinctiveness)::int AS distinctiveness
     FROM score JOIN conversation ON conversation.id = score.conversation_id WHERE conversation.project_id = $1 GROUP BY 1`,
    [projectId],
  );
  const none: Counts = { representativeness: 0, distinctiveness: 0 };
  const found = new Map(
    rows.map(({ estimator, representativeness, distinctiveness }) => [
      estimator,
      { representativeness, distinctiveness },
    ]),
  );
  const shown = EstimatorName.options.filter((name) => found.has(name) || textEstimators.some((each) => each === name));
  const conversations = await world.db.conversation.count({ where: { projectId } });
  return { conversations, scored: Object.fromEntries(shown.map((name) => [name, found.get(name) ?? none])) };
}
