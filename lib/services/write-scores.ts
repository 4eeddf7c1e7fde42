import type { ClientBase } from "pg";
import { NIL } from "uuid";
import { calibrated, joinCalibration } from "#lib/db/calibrated.ts";
import { copyIn } from "#lib/db/copy-in.ts";
import type { EstimatorName, Measure, MeasureName } from "#lib/schema/score.ts";
import type { ScoredItem } from "#lib/scoring/estimator.ts";

/** A scored item with the revision that was scored. */
export interface ScoreToWrite {
  scored: ScoredItem;
  revision: number;
}

const typeOf = {
  conversation_id: "uuid",
  revision: "int",
  representativeness: "float8",
  representativeness_percentile: "float8",
  representativeness_low: "float8",
  representativeness_high: "float8",
  representativeness_reason: "text",
  distinctiveness: "float8",
  distinctiveness_percentile: "float8",
  distinctiveness_low: "float8",
  distinctiveness_high: "float8",
  distinctiveness_reason: "text",
  parts: "json",
} as const;
const columns = Object.keys(typeOf);
const typedColumns = Object.entries(typeOf)
  .map(([name, type]) => `${name} ${type}`)
  .join(", ");

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
  await client.query(`CREATE TEMP TABLE fresh_score (${typedColumns}) ON COMMIT DROP`);
  const rows = copyIn(client, "fresh_score", columns);
  for (const score of scores) {
    const full = rows.write(toRow(score));
    if (full) await full;
  }
  const count = await rows.end();
  await client.query(upsertFrom("fresh_score"), [estimator, version]);
  await client.query("COMMIT");
  return count;
}

/** Writes some scores of one estimator, replacing older ones. One statement, without a table to make: for those of an edit. */
export async function writeFewScores(
  client: ClientBase,
  estimator: EstimatorName,
  version: string,
  scores: readonly ScoreToWrite[],
): Promise<void> {
  const rows = scores.map((score) => ({
    ...Object.fromEntries(toRow(score).map((value, at) => [columns[at], value])),
    // Text in the row for COPY; here the row is JSON itself.
    parts: score.scored.parts,
  }));
  await client.query(upsertFrom(`json_to_recordset($3) AS fresh_score (${typedColumns})`), [
    estimator,
    version,
    JSON.stringify(rows),
  ]);
}

function toRow({ scored, revision }: ScoreToWrite) {
  const { representativeness, distinctiveness, parts } = scored;
  return [scored.id, revision, ...fields(representativeness), ...fields(distinctiveness), JSON.stringify(parts)];
}

function upsertFrom(source: string): string {
  const names = columns.join(", ");
  const renewed = columns.slice(1).map((column) => `${column} = excluded.${column}`);
  return `
    INSERT INTO score (estimator, version, computed_at, ${names}) SELECT $1, $2, now(), ${names} FROM ${source}
    ON CONFLICT (conversation_id, estimator) DO UPDATE SET version = excluded.version, computed_at = excluded.computed_at, ${renewed.join(", ")}`;
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

/** Which estimator feeds each of the two columns. */
export type Shown = Readonly<Record<MeasureName, EstimatorName>>;

/**
 * Copies the headline scores to the conversations of a project, so that lists can sort by them: each measure from the estimator
 * that `shown` names, calibrated where a calibration is on, while percentiles stay those of the raw scores; and how far the
 * estimators are apart: the widest distance between the percentiles that two of them give one measure, or between the judges of
 * one. Only rows that change are written, in batches, so that people who decide meanwhile never wait long. Without `ids` all
 * conversations are gone through.
 */
export async function copyHeadlines(
  client: ClientBase,
  projectId: string,
  shown: Shown,
  ids?: readonly string[],
): Promise<void> {
  const update = (condition: string) => `
    UPDATE conversation SET representativeness = fresh.r, representativeness_percentile = fresh.rp,
      distinctiveness = fresh.d, distinctiveness_percentile = fresh.dp, disagreement = fresh.disagreement
    FROM (
      SELECT own.id, ${calibrated("rc", "r.representativeness")} AS r, r.representativeness_percentile AS rp,
        ${calibrated("dc", "d.distinctiveness")} AS d, d.distinctiveness_percentile AS dp, apart.disagreement
      FROM conversation own
      LEFT JOIN score r ON r.conversation_id = own.id AND r.estimator = $2
      ${joinCalibration("rc", "r", "own", "representativeness")}
      LEFT JOIN score d ON d.conversation_id = own.id AND d.estimator = $3
      ${joinCalibration("dc", "d", "own", "distinctiveness")}
      CROSS JOIN LATERAL (
        SELECT greatest(
          CASE WHEN count(representativeness_percentile) > 1 THEN max(representativeness_percentile) - min(representativeness_percentile) END,
          CASE WHEN count(distinctiveness_percentile) > 1 THEN max(distinctiveness_percentile) - min(distinctiveness_percentile) END,
          max((parts->>'spread')::float8)
        ) AS disagreement FROM score WHERE score.conversation_id = own.id
      ) apart
      WHERE own.project_id = $1 AND ${condition}
    ) fresh
    WHERE conversation.id = fresh.id
      AND (conversation.representativeness, conversation.representativeness_percentile, conversation.distinctiveness, conversation.distinctiveness_percentile, conversation.disagreement)
        IS DISTINCT FROM (fresh.r, fresh.rp, fresh.d, fresh.dp, fresh.disagreement)`;
  const { representativeness, distinctiveness } = shown;
  if (ids !== undefined) {
    await client.query(update("own.id = ANY($4::uuid[])"), [projectId, representativeness, distinctiveness, ids]);
    return;
  }
  for (let after: string = NIL; ; ) {
    const { rows } = await client.query<{ last: string | null }>(
      "SELECT max(id::text) AS last FROM (SELECT id FROM conversation WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT 2000) batch",
      [projectId, after],
    );
    const last = rows[0]?.last;
    if (last == null) return;
    await client.query(update("own.id > $4 AND own.id <= $5"), [
      projectId,
      representativeness,
      distinctiveness,
      after,
      last,
    ]);
    after = last;
  }
}
