import type { MeasureName } from "#lib/schema/score.ts";

/**
 * The calibration that is on for a score, as a lateral join named `name`: its culture's own before that of all cultures, and
 * none for scores of another version of the estimator. A look into a handful of rows by index.
 *
 * @param score alias of the joined row of `score`
 * @param conversation alias of its conversation
 */
export function joinCalibration(name: string, score: string, conversation: string, measure: MeasureName): string {
  return `LEFT JOIN LATERAL (
      SELECT method, xs, ys, slope, intercept FROM calibration
      WHERE calibration.project_id = ${conversation}.project_id AND calibration.estimator = ${score}.estimator AND calibration.measure = '${measure}'
        AND calibration.active AND calibration.estimator_version = ${score}.version
        AND (calibration.culture_id IS NULL OR calibration.culture_id = ${conversation}.culture_id)
      ORDER BY calibration.culture_id NULLS LAST LIMIT 1
    ) ${name} ON true`;
}

/** The value by the calibration joined as `name`, the raw one without any; what `calibrate` says, in SQL. */
export function calibrated(name: string, value: string): string {
  const at = `width_bucket(${value}, ${name}.xs)`;
  const x0 = `${name}.xs[${at}]`;
  const y0 = `${name}.ys[${at}]`;
  return `CASE ${name}.method
      WHEN 'platt' THEN 1 / (1 + exp(-(${name}.slope * ${value} + ${name}.intercept)))
      WHEN 'isotonic' THEN CASE
        WHEN ${at} = 0 THEN ${name}.ys[1]
        WHEN ${at} = cardinality(${name}.xs) THEN ${y0}
        ELSE ${y0} + (${value} - ${x0}) / (${name}.xs[${at} + 1] - ${x0}) * (${name}.ys[${at} + 1] - ${y0}) END
      ELSE ${value} END`;
}
