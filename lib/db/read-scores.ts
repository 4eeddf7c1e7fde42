import type { Pool } from "pg";
import { EstimatorName, type Measure, type Score, ScoreParts } from "#lib/schema/score.ts";
import { grouped } from "./grouped.ts";

/**
 * All scores of some conversations, by their ids. Stale is a score of another revision than the head, and one of siblings of
 * which any has changed since they were compared. One query by keys.
 */
export async function readScores(pool: Pool, ids: readonly string[]): Promise<Map<string, Score[]>> {
  const { rows } = await pool.query<{
    conversation_id: string;
    estimator: string;
    version: string;
    revision: number;
    representativeness: number | null;
    representativeness_percentile: number | null;
    representativeness_low: number | null;
    representativeness_high: number | null;
    representativeness_reason: string | null;
    distinctiveness: number | null;
    distinctiveness_percentile: number | null;
    distinctiveness_low: number | null;
    distinctiveness_high: number | null;
    distinctiveness_reason: string | null;
    parts: unknown;
    stale: boolean;
    computed_at: Date;
  }>(
    `SELECT score.*, score.revision <> conversation.head_revision OR (score.estimator = 'siblings' AND changed.question_key IS NOT NULL) AS stale
     FROM score JOIN conversation ON conversation.id = score.conversation_id
     LEFT JOIN stale_question changed ON changed.project_id = conversation.project_id AND changed.question_key = conversation.question_key
     WHERE score.conversation_id = ANY($1::uuid[]) ORDER BY score.estimator`,
    [ids],
  );
  return grouped(rows, (row) => ({
    estimator: EstimatorName.parse(row.estimator),
    version: row.version,
    revision: row.revision,
    representativeness: toMeasure({
      value: row.representativeness,
      percentile: row.representativeness_percentile,
      low: row.representativeness_low,
      high: row.representativeness_high,
      reason: row.representativeness_reason,
    }),
    distinctiveness: toMeasure({
      value: row.distinctiveness,
      percentile: row.distinctiveness_percentile,
      low: row.distinctiveness_low,
      high: row.distinctiveness_high,
      reason: row.distinctiveness_reason,
    }),
    parts: ScoreParts.parse(row.parts),
    stale: row.stale,
    computedAt: row.computed_at.toISOString(),
  }));
}

interface StoredMeasure {
  value: number | null;
  percentile: number | null;
  low: number | null;
  high: number | null;
  reason: string | null;
}

function toMeasure({ value, percentile, low, high, reason }: StoredMeasure): Measure {
  if (value === null) return { computed: false, reason: reason ?? "It was not computed." };
  const interval = low === null || high === null ? null : { low, high };
  return { computed: true, value, percentile: percentile ?? 0.5, interval };
}
