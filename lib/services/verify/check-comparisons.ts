import type { ClientBase } from "pg";
import type { Difference } from "#lib/curation/difference.ts";
import type { Folded, FoldedComparison } from "#lib/curation/fold-events.ts";
import { checkRows, page } from "./check-rows.ts";

/** Holds all judgements of pairs against those that the events tell of. O(judgements). */
export async function checkComparisons(
  client: ClientBase,
  projectId: string,
  folded: Folded,
  report: (difference: Difference) => void,
): Promise<void> {
  const readAfter = async (id: string) => {
    const { rows } = await client.query<FoldedComparison & { id: string }>(
      `SELECT id, question_key AS question, asked, first_id AS first, second_id AS second, first_revision AS "firstRevision",
         second_revision AS "secondRevision", preferred, user_id AS "user", withdrawn
       FROM comparison WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT ${page}`,
      [projectId, id],
    );
    return rows;
  };
  await checkRows({ kind: "comparison", noun: "a judgement", expected: folded.comparisons, readAfter }, report);
}
