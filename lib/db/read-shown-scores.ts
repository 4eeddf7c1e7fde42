import type { Pool } from "pg";
import { Against } from "#lib/schema/agreement.ts";
import type { ConversationDetail, ShownScore } from "#lib/schema/conversation-view.ts";
import { EstimatorName, type MeasureName } from "#lib/schema/score.ts";

interface ShownRecord {
  measure: MeasureName;
  estimator: string;
  culture: string | null;
  version: number | null;
  against: string | null;
  estimator_version: string | null;
}

type Shown = ConversationDetail["shown"];
interface Carded {
  cultureId: string;
  scores: ConversationDetail["scores"];
}

/**
 * Which estimators stand behind the headline scores of a project, and which calibrations are on for them; the answer says it of
 * one conversation. One small query. The rules are those of `joinCalibration`.
 */
export async function readShownScores(pool: Pool, projectId: string): Promise<(card: Carded) => Shown> {
  const { rows } = await pool.query<ShownRecord>(
    `SELECT shown.measure, shown.estimator, calibration.culture_id AS culture, calibration.version, calibration.against, calibration.estimator_version
     FROM project CROSS JOIN LATERAL (VALUES ('representativeness', shown_representativeness), ('distinctiveness', shown_distinctiveness)) shown (measure, estimator)
     LEFT JOIN calibration ON calibration.project_id = project.id AND calibration.estimator = shown.estimator
       AND calibration.measure = shown.measure AND calibration.active
     WHERE project.id = $1 ORDER BY calibration.culture_id NULLS LAST`,
    [projectId],
  );
  const of = (measure: MeasureName, { cultureId, scores }: Carded): ShownScore => {
    const candidates = rows.filter((row) => row.measure === measure);
    const estimator = EstimatorName.parse(candidates[0]?.estimator);
    const scored = scores.find((score) => score.estimator === estimator);
    const found = candidates.find(
      (row) =>
        row.version !== null &&
        row.estimator_version === scored?.version &&
        (row.culture === null || row.culture === cultureId),
    );
    return {
      estimator,
      calibration:
        found?.version == null
          ? null
          : { version: found.version, against: Against.parse(found.against), own: found.culture !== null },
    };
  };
  return (card) => ({
    representativeness: of("representativeness", card),
    distinctiveness: of("distinctiveness", card),
  });
}
