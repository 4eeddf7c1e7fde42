import type { Pool } from "pg";
import { answersPerColumn } from "#lib/schema/compare-choices.ts";
import type { ComparedAnswer, Comparison } from "#lib/schema/comparison.ts";
import { Turns } from "#lib/schema/conversation.ts";
import { type RowRecord, toConversationRow } from "./conversation-rows.ts";
import { readScores } from "./read-scores.ts";
import { rowColumns, rowJoins } from "./row-columns.ts";
import { readScoreNotes } from "./score-notes.ts";
import { sql } from "./sql.ts";

interface AnswerRecord extends RowRecord {
  head_revision: number;
  turns: unknown;
  sha256: string;
  decided_by_me: boolean;
}

/** All cultures that answer a question, by name, with the number of their answers. One index range. */
export async function culturesAnswering(
  pool: Pool,
  projectId: string,
  question: string,
): Promise<Comparison["cultures"]> {
  const { rows } = await pool.query<Comparison["cultures"][number]>(
    `SELECT culture.code, culture.name, culture.endonym, culture.languages[1] AS language, count(*)::int AS answers
     FROM conversation JOIN culture ON culture.id = conversation.culture_id
     WHERE conversation.project_id = $1 AND conversation.question_key = $2 GROUP BY culture.id ORDER BY culture.name, culture.code`,
    [projectId, question],
  );
  return rows;
}

/**
 * The answers of some cultures to a question: by culture in the order given, at most twelve of each, those accepted first.
 * Each with the SHA-256 of its text. Three indexed queries.
 */
export async function readComparedAnswers(
  pool: Pool,
  {
    projectId,
    question,
    cultures,
    userId,
  }: { projectId: string; question: string; cultures: readonly string[]; userId: string | null },
): Promise<{ answers: ComparedAnswer[]; digests: { id: string; sha256: string }[] }> {
  const { rows } = await pool.query<AnswerRecord>(
    sql`SELECT ${rowColumns}, conversation.head_revision, revision.turns, revision.sha256,
        EXISTS (SELECT 1 FROM decision WHERE decision.conversation_id = conversation.id AND decision.user_id = ${userId}::uuid
          AND NOT decision.withdrawn AND decision.kind <> 'flag') AS decided_by_me
      FROM (
        SELECT answer.id, row_number() OVER (PARTITION BY answer.culture_id ORDER BY (answer.status = 'accepted') DESC, (answer.status = 'rejected'), answer.id) AS place
        FROM conversation answer JOIN culture own ON own.id = answer.culture_id
        WHERE answer.project_id = ${projectId}::uuid AND answer.question_key = ${question} AND own.code = ANY(${cultures}::text[])
      ) ranked JOIN conversation ON conversation.id = ranked.id ${rowJoins}
      JOIN revision ON revision.conversation_id = conversation.id AND revision.number = conversation.head_revision
      WHERE ranked.place <= ${answersPerColumn}
      ORDER BY array_position(${cultures}::text[], culture.code), ranked.place`.toQuery(),
  );
  const ids = rows.map(({ id }) => id);
  const [notes, scores] = await Promise.all([readScoreNotes(pool, projectId, ids), readScores(pool, ids)]);
  const answers = rows.map(
    (record): ComparedAnswer => ({
      ...toConversationRow(record, notes(record.id)),
      turns: Turns.parse(record.turns),
      headRevision: record.head_revision,
      scores: scores.get(record.id) ?? [],
      decidedByMe: record.decided_by_me,
    }),
  );
  return { answers, digests: rows.map(({ id, sha256 }) => ({ id, sha256 })) };
}
