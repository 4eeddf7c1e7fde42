import type { ClientBase } from "pg";
import type { Difference } from "#lib/curation/difference.ts";
import type { Folded, FoldedDecision } from "#lib/curation/fold-events.ts";
import { Ratings } from "#lib/schema/decision.ts";
import { canonicalJson } from "#lib/text/canonical-json.ts";
import { compareFields } from "./collect-differences.ts";

const page = 1_000;

/** Holds all decisions of a project against those that the events tell of. O(decisions). */
export async function checkDecisions(
  client: ClientBase,
  projectId: string,
  folded: Folded,
  report: (difference: Difference) => void,
): Promise<void> {
  const missing = new Set(folded.decisions.keys());
  for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
    const { rows } = await client.query<Omit<FoldedDecision, "ratings"> & { id: string; ratings: unknown }>(
      `SELECT id, conversation_id AS conversation, user_id AS "user", event_number AS event, kind, reason, note, ratings, revision, withdrawn
       FROM decision WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT ${page}`,
      [projectId, after],
    );
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const { id, ratings, ...found } of rows) {
      const expected = folded.decisions.get(id);
      if (expected) compareFields("decision", id, expected, { ...found, ratings: ratingsText(ratings) }, report);
      else report({ kind: "decision.unknown", id, expected: "none", found: `a ${found.kind} without an event` });
      missing.delete(id);
    }
    after = last.id;
  }
  for (const id of missing) report({ kind: "decision.missing", id, expected: "a decision", found: "none" });
}

/** As the events say it; what are no ratings at all stands as it is. */
function ratingsText(ratings: unknown): string | null {
  if (ratings === null) return null;
  const parsed = Ratings.safeParse(ratings);
  return parsed.success ? canonicalJson(parsed.data) : JSON.stringify(ratings);
}
