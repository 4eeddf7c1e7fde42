import { join, type Sql, sql } from "#lib/db/sql.ts";
import { CalibrationMap, CalibrationView } from "#lib/schema/calibration.ts";
import type { EstimatorName, MeasureName } from "#lib/schema/score.ts";
import type { World } from "#lib/world/world.ts";

export interface CalibrationRecord {
  id: string;
  estimator: string;
  estimator_version: string;
  measure: string;
  culture_code: string | null;
  culture_name: string | null;
  version: number;
  against: string;
  method: string;
  items: number;
  xs: number[] | null;
  ys: number[] | null;
  slope: number | null;
  intercept: number | null;
  brier_raw: number;
  brier_calibrated: number;
  active: boolean;
  outdated: boolean;
  created_by: string | null;
  created_at: Date;
}

/** At most so many versions are read at once. */
const most = 200;

export interface CalibrationChoice {
  id?: string;
  estimator?: EstimatorName;
  measure?: MeasureName;
  /** Only those older than this one. */
  before?: string | undefined;
  limit?: number;
}

/** Versions of calibrations, newest first; by one index. */
export function selectCalibrations(
  projectId: string,
  { id, estimator, measure, before, limit = most }: CalibrationChoice,
): Sql {
  const conditions: Sql[] = [
    sql`calibration.project_id = ${projectId}::uuid`,
    ...(id === undefined ? [] : [sql`calibration.id = ${id}::uuid`]),
    ...(estimator === undefined ? [] : [sql`calibration.estimator = ${estimator}`]),
    ...(measure === undefined ? [] : [sql`calibration.measure = ${measure}`]),
    ...(before === undefined ? [] : [sql`calibration.id < ${before}::uuid`]),
  ];
  return sql`
    SELECT calibration.*, culture.code AS culture_code, culture.name AS culture_name, "user".name AS created_by,
          scoring_model.version IS DISTINCT FROM calibration.estimator_version AND scoring_model.version IS NOT NULL AS outdated
        FROM calibration
        LEFT JOIN culture ON culture.id = calibration.culture_id
        LEFT JOIN "user" ON "user".id = calibration.created_by
        LEFT JOIN scoring_model ON scoring_model.project_id = calibration.project_id AND scoring_model.estimator = calibration.estimator
        WHERE ${join(conditions, " AND ")} AND (calibration.culture_id IS NULL OR culture.id IS NOT NULL)
        ORDER BY calibration.id DESC LIMIT ${limit}::int`;
}

export async function readCalibrations(
  { pool }: Pick<World, "pool">,
  projectId: string,
  choice: CalibrationChoice = {},
): Promise<CalibrationView[]> {
  const { rows } = await pool.query<CalibrationRecord>(selectCalibrations(projectId, choice).toQuery());
  return rows.map(toCalibrationView);
}

export function toCalibrationView(row: CalibrationRecord): CalibrationView {
  return CalibrationView.parse({
    id: row.id,
    estimator: row.estimator,
    measure: row.measure,
    culture: row.culture_code === null ? null : { code: row.culture_code, name: row.culture_name ?? row.culture_code },
    version: row.version,
    against: row.against,
    map: CalibrationMap.parse(
      row.method === "platt"
        ? { method: "platt", slope: row.slope, intercept: row.intercept }
        : { method: "isotonic", xs: row.xs, ys: row.ys },
    ),
    items: row.items,
    brierRaw: row.brier_raw,
    brierCalibrated: row.brier_calibrated,
    active: row.active,
    estimatorVersion: row.estimator_version,
    outdated: row.outdated,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
  });
}
