import type { EstimatorName } from "#lib/schema/score.ts";
import type { World } from "#lib/world/world.ts";

type Counts = { representativeness: number; distinctiveness: number };

/** How many conversations of a project have a value, by estimator and measure. One aggregate. */
export async function countScores(
  world: World,
  projectId: string,
): Promise<{ conversations: number; scored: Record<EstimatorName, Counts> }> {
  const { rows } = await world.pool.query<{ estimator: string } & Counts>(
    `SELECT estimator, count(score.representativeness)::int AS representativeness, count(score.distinctiveness)::int AS distinctiveness
     FROM score JOIN conversation ON conversation.id = score.conversation_id WHERE conversation.project_id = $1 GROUP BY 1`,
    [projectId],
  );
  const of = (name: EstimatorName): Counts => {
    const found = rows.find(({ estimator }) => estimator === name);
    return { representativeness: found?.representativeness ?? 0, distinctiveness: found?.distinctiveness ?? 0 };
  };
  const conversations = await world.db.conversation.count({ where: { projectId } });
  return { conversations, scored: { lexical: of("lexical"), siblings: of("siblings") } };
}
