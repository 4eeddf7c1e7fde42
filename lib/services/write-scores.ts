import type { ClientBase } from "pg";
import { copyIn } from "#lib/db/copy-in.ts";
import type { EstimatorName, Measure } from "#lib/schema/score.ts";
import type { ScoredItem } from "#lib/scoring/estimator.ts";

/** A scored item with the revision that was scored. */
export interface ScoreToWrite {
  scored: ScoredItem;
  revision: number;
}

const columns = [
  "conversation_id",
  "revision",
  "representativeness",
  "representativeness_percentile",
  "representativeness_low",
  "representativeness_high",
  "representativeness_reason",
  "distinctiveness",
  "distinctiveness_percentile",
  "distinctiveness_low",
  "distinctiveness_high",
  "distinctiveness_reason",
  "parts",
];

/**
 * Writes scores of one estimator, replacing older ones, through a temporary table on this connection. One COPY and one
 * statement for each call.
 */
export async function writeScores(
  client: ClientBase,
  estimator: EstimatorName,
  version: string,
  scores: Iterable<ScoreToWrite>,
): Promise<number> {
  await client.query("BEGIN");
  await client.query(
    `CREATE TEMP TABLE fresh_score (conversation_id uuid, revision int, representativeness float8, representativeness_percentile float8,
       representativeness_low float8, representativeness_high float8, representativeness_reason text, distinctiveness float8, distinctiveness_percentile float8,
       distinctiveness_low float8, distinctiveness_high float8, distinctiveness_reason text, parts json) ON COMMIT DROP`,
  );
  const rows = copyIn(client, "fresh_score", columns);
  for (const { scored, revision } of scores) {
    const full = rows.write([
      scored.id,
      revision,
      ...fields(scored.representativeness),
      ...fields(scored.distinctiveness),
      JSON.stringify(scored.parts),
    ]);
    if (full) await full;
  }
  const count = await rows.end();
  await client.query(
    `INSERT INTO score (estimator, version, computed_at, ${columns.join(", ")}) SELECT $1, $2, now(), ${columns.join(", ")} FROM fresh_score
     ON CONFLICT (conversation_id, estimator) DO UPDATE SET version = excluded.version, computed_at = excluded.computed_at,
       ${columns
         .slice(1)
         .map((column) => `${column} = excluded.${column}`)
         .join(", ")}`,
    [estimator, version],
  );
  await client.query("COMMIT");
  return count;
}

type Fields = [
  value: number | null,
  percentile: number | null,
  low: number | null,
  high: number | null,
  reason: string | null,
];

function fields(measure: Measure): Fields {
  if (!measure.computed) return [null, null, null, null, measure.reason];
  const { value, percentile, interval } = measure;
  return [value, percentile, interval?.low ?? null, interval?.high ?? null, null];
}

/**
 * Copies the headline scores to the conversations of a project, so that lists can sort by them: representativeness from
 * `lexical`, distinctiveness from `distinctiveness`; and how far the estimators are apart: the widest distance between the
 * percentiles that two of them give one measure, or between the judges of one. Only rows that change are written, in batches, so that people who
 * decide meanwhile never wait long. Without `ids` all conversations are gone through.
 */
export async function copyHeadlines(
  client: ClientBase,
  projectId: string,
  distinctiveness: EstimatorName,
  ids?: readonly string[],
): Promise<void> {
  const update = (condition: string) => `
    UPDATE conversation SET representativeness = r.representativeness, representativeness_percentile = r.representativeness_percentile,
      distinctiveness = d.distinctiveness, distinctiveness_percentile = d.distinctiveness_percentile, disagreement = apart.disagreement
    FROM conversation own
    LEFT JOIN score r ON r.conversation_id = own.id AND r.estimator = 'lexical'
    LEFT JOIN score d ON d.conversation_id = own.id AND d.estimator = $2
    CROSS JOIN LATERAL (
      SELECT greatest(
        CASE WHEN count(representativeness_percentile) > 1 THEN max(representativeness_percentile) - min(representativeness_percentile) END,
        CASE WHEN count(distinctiveness_percentile) > 1 THEN max(distinctiveness_percentile) - min(distinctiveness_percentile) END,
        max((parts->>'spread')::float8)
      ) AS disagreement FROM score WHERE score.conversation_id = own.id
    ) apart
    WHERE conversation.id = own.id AND own.project_id = $1 AND ${condition}
      AND (own.representativeness, own.representativeness_percentile, own.distinctiveness, own.distinctiveness_percentile, own.disagreement)
        IS DISTINCT FROM (r.representativeness, r.representativeness_percentile, d.distinctiveness, d.distinctiveness_percentile, apart.disagreement)`;
  if (ids !== undefined) {
    await client.query(update("own.id = ANY($3::uuid[])"), [projectId, distinctiveness, ids]);
    return;
  }
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await client.query<{ last: string | null }>(
      "SELECT max(id::text) AS last FROM (SELECT id FROM conversation WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT 2000) batch",
      [projectId, after],
    );
    const last = rows[0]?.last;
    if (last == null) return;
    await client.query(update("own.id > $3 AND own.id <= $4"), [projectId, distinctiveness, after, last]);
    after = last;
  }
}
