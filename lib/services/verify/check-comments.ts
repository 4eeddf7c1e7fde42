import type { ClientBase } from "pg";
import type { Difference } from "#lib/curation/difference.ts";
import type { Folded, FoldedComment } from "#lib/curation/fold-events.ts";
import { checkRows, page } from "./check-rows.ts";

/** Holds all comments of a project against those that the events tell of. O(comments). */
export async function checkComments(
  client: ClientBase,
  projectId: string,
  folded: Folded,
  report: (difference: Difference) => void,
): Promise<void> {
  const readAfter = async (id: string) => {
    const { rows } = await client.query<FoldedComment & { id: string }>(
      `SELECT id, conversation_id AS conversation, user_id AS "user", revision, body, withdrawn
       FROM comment WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT ${page}`,
      [projectId, id],
    );
    return rows;
  };
  await checkRows({ kind: "comment", noun: "a comment", expected: folded.comments, readAfter }, report);
}
