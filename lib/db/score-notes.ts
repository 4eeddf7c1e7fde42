import type { Pool } from "pg";
import type { ConversationRow, HeadlineScore } from "#lib/schema/conversation-view.ts";
import { calibrated, joinCalibration } from "./calibrated.ts";

/** What is told of a measure beside its value. */
type MeasureNotes = Pick<NonNullable<HeadlineScore>, "interval" | "stale">;

/** What is told of a conversation's scores beside the values that it carries itself. */
export interface ScoreNotes {
  /** Why a measure has no value, in a sentence, in the words of the estimator that the project shows. */
  reasons: ConversationRow["unscored"];
  representativeness: MeasureNotes;
  distinctiveness: MeasureNotes;
}

interface NotesRecord {
  id: string;
  r_low: number | null;
  r_high: number | null;
  r_stale: boolean | null;
  r_reason: string | null;
  d_low: number | null;
  d_high: number | null;
  d_stale: boolean | null;
  d_reason: string | null;
}

/** Why a measure has no value where no estimator has seen the conversation. */
export const notYet = "It has not been scored yet.";
const nothing: MeasureNotes = { interval: null, stale: false };
const unknown: ScoreNotes = {
  reasons: { representativeness: notYet, distinctiveness: notYet },
  representativeness: nothing,
  distinctiveness: nothing,
};

/**
 * The intervals of the scores that lists show, calibrated as these are, whether they are stale, and why a measure has none. Stale is a score of
 * another revision than the head, and one of siblings of which any has changed since they were compared. One query by keys.
 */
export async function readScoreNotes(
  pool: Pool,
  projectId: string,
  ids: readonly string[],
): Promise<(id: string) => ScoreNotes> {
  if (ids.length === 0) return () => unknown;
  const { rows } = await pool.query<NotesRecord>(
    `SELECT asked.id, ${calibrated("rc", "r.representativeness_low")} AS r_low, ${calibrated("rc", "r.representativeness_high")} AS r_high, r.representativeness_reason AS r_reason,
       r.revision <> conversation.head_revision AS r_stale,
       ${calibrated("dc", "d.distinctiveness_low")} AS d_low, ${calibrated("dc", "d.distinctiveness_high")} AS d_high, d.distinctiveness_reason AS d_reason,
       d.revision <> conversation.head_revision OR (d.estimator = 'siblings' AND changed.question_key IS NOT NULL) AS d_stale
     FROM unnest($2::uuid[]) asked (id) JOIN conversation ON conversation.id = asked.id JOIN project ON project.id = $1
     LEFT JOIN stale_question changed ON changed.project_id = $1 AND changed.question_key = conversation.question_key
     LEFT JOIN score r ON r.conversation_id = asked.id AND r.estimator = project.shown_representativeness
     ${joinCalibration("rc", "r", "conversation", "representativeness")}
     LEFT JOIN score d ON d.conversation_id = asked.id AND d.estimator = project.shown_distinctiveness
     ${joinCalibration("dc", "d", "conversation", "distinctiveness")}`,
    [projectId, ids],
  );
  const notes = new Map(rows.map((row) => [row.id, toNotes(row)]));
  return (id) => notes.get(id) ?? unknown;
}

function toNotes(row: NotesRecord): ScoreNotes {
  return {
    reasons: { representativeness: row.r_reason ?? notYet, distinctiveness: row.d_reason ?? notYet },
    representativeness: { interval: intervalOf(row.r_low, row.r_high), stale: row.r_stale ?? false },
    distinctiveness: { interval: intervalOf(row.d_low, row.d_high), stale: row.d_stale ?? false },
  };
}

function intervalOf(low: number | null, high: number | null): MeasureNotes["interval"] {
  return low === null || high === null ? null : { low, high };
}
