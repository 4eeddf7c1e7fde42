import type { ClientBase } from "pg";
import type { Difference } from "#lib/curation/difference.ts";
import type { Folded, FoldedComparison } from "#lib/curation/fold-events.ts";
import { compareFields } from "./collect-differences.ts";

const page = 1_000;

/** Holds all judgements of pairs against those that the events tell of. O(judgements). */
export async function checkComparisons(
  client: ClientBase,
  projectId: string,
  folded: Folded,
  report: (difference: Difference) => void,
): Promise<void> {
  const missing = new Set(folded.comparisons.keys());
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await client.query<FoldedComparison & { id: string }>(
      `SELECT id, question_key AS question, asked, first_id AS first, second_id AS second, first_revision AS "firstRevision",
         second_revision AS "secondRevision", preferred, user_id AS "user", withdrawn
       FROM comparison WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT ${page}`,
      [projectId, after],
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const { id, ...found } of rows) {
      const expected = folded.comparisons.get(id);
      if (expected) compareFields("comparison", id, { ...expected }, { ...found }, report);
      else report({ kind: "comparison.unknown", id, expected: "none", found: "a judgement without an event" });
      missing.delete(id);
    }
    after = last.id;
  }
  for (const id of missing) report({ kind: "comparison.missing", id, expected: "a judgement", found: "none" });
}
