import type { Pool } from "pg";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";

/** Why a measure has no value, in a sentence; null where it has one. */
export type Unscored = ConversationRow["unscored"];

interface Headlines {
  id: string;
  representativeness: number | null;
  distinctiveness: number | null;
}

const notYet = "It has not been scored yet.";

/**
 * Says of each row why a measure has no value, in the words of the estimator that the project shows. One indexed query over
 * the rows that lack one; none when all have theirs.
 */
export async function readUnscored(
  pool: Pool,
  projectId: string,
  rows: readonly Headlines[],
): Promise<(row: Headlines) => Unscored> {
  const lacking = rows.filter((row) => row.representativeness === null || row.distinctiveness === null);
  const reasons = new Map<string, Unscored>();
  if (lacking.length > 0) {
    const found = await pool.query<{ id: string; representativeness: string | null; distinctiveness: string | null }>(
      `SELECT asked.id, r.representativeness_reason AS representativeness, d.distinctiveness_reason AS distinctiveness
       FROM unnest($2::uuid[]) asked (id) JOIN project ON project.id = $1
       LEFT JOIN score r ON r.conversation_id = asked.id AND r.estimator = 'lexical'
       LEFT JOIN score d ON d.conversation_id = asked.id AND d.estimator = project.shown_distinctiveness`,
      [projectId, lacking.map((row) => row.id)],
    );
    for (const { id, ...reason } of found.rows) reasons.set(id, reason);
  }
  return ({ id, representativeness, distinctiveness }) => ({
    representativeness: representativeness === null ? (reasons.get(id)?.representativeness ?? notYet) : null,
    distinctiveness: distinctiveness === null ? (reasons.get(id)?.distinctiveness ?? notYet) : null,
  });
}
