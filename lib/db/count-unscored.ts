import type { Pool } from "pg";
import { type ResolvedFilter, whereFilter } from "./conversation-filter.ts";
import { notYet } from "./score-notes.ts";
import { sql } from "./sql.ts";

/** How many conversations of a culture lack a measure for one reason. */
export interface UnscoredCount {
  cultureId: string;
  reason: string;
  count: number;
}

/**
 * Why conversations that a filter leaves have no value of a measure, counted by culture, the commonest reasons first. One
 * aggregate over those that lack it.
 */
export async function countUnscored(
  pool: Pool,
  filter: ResolvedFilter,
  measure: "representativeness" | "distinctiveness",
): Promise<UnscoredCount[]> {
  const [value, reason, estimator] =
    measure === "representativeness"
      ? [
          sql`conversation.representativeness`,
          sql`score.representativeness_reason`,
          sql`project.shown_representativeness`,
        ]
      : [sql`conversation.distinctiveness`, sql`score.distinctiveness_reason`, sql`project.shown_distinctiveness`];
  const query = sql`
    SELECT conversation.culture_id AS "cultureId", coalesce(${reason}, ${notYet}) AS reason, count(*)::int AS count
    FROM conversation JOIN project ON project.id = conversation.project_id
    LEFT JOIN score ON score.conversation_id = conversation.id AND score.estimator = ${estimator}
    WHERE ${whereFilter(filter)} AND ${value} IS NULL GROUP BY 1, 2 ORDER BY 3 DESC, 2`;
  return (await pool.query<UnscoredCount>(query.toQuery())).rows;
}
