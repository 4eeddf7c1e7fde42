import type { ClientBase } from "pg";
import type { Difference } from "#lib/curation/difference.ts";
import type { Folded, FoldedComment } from "#lib/curation/fold-events.ts";
import { compareFields } from "./collect-differences.ts";

const page = 1_000;

/** Holds all comments of a project against those that the events tell of. O(comments). */
export async function checkComments(
  client: ClientBase,
  projectId: string,
  folded: Folded,
  report: (difference: Difference) => void,
): Promise<void> {
  const missing = new Set(folded.comments.keys());
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await client.query<FoldedComment & { id: string }>(
      `SELECT id, conversation_id AS conversation, user_id AS "user", revision, body, withdrawn
       FROM comment WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT ${page}`,
      [projectId, after],
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const { id, ...found } of rows) {
      const expected = folded.comments.get(id);
      if (expected) compareFields("comment", id, expected, { ...found }, report);
      else report({ kind: "comment.unknown", id, expected: "none", found: "a comment without an event" });
      missing.delete(id);
    }
    after = last.id;
  }
  for (const id of missing) report({ kind: "comment.missing", id, expected: "a comment", found: "none" });
}
