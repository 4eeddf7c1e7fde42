import type { ClientBase } from "pg";
import type { Difference } from "#lib/curation/difference.ts";
import type { Folded, FoldedDecision } from "#lib/curation/fold-events.ts";
import { Ratings } from "#lib/schema/decision.ts";
import { canonicalJson } from "#lib/text/canonical-json.ts";
import { checkRows, page } from "./check-rows.ts";

/** Holds all decisions of a project against those that the events tell of. O(decisions). */
export async function checkDecisions(
  client: ClientBase,
  projectId: string,
  folded: Folded,
  report: (difference: Difference) => void,
): Promise<void> {
  const readAfter = async (id: string) => {
    const { rows } = await client.query<Omit<FoldedDecision, "ratings"> & { id: string; ratings: unknown }>(
      `SELECT id, conversation_id AS conversation, user_id AS "user", event_number AS event, kind, reason, note, ratings, revision, withdrawn
       FROM decision WHERE project_id = $1 AND id > $2 ORDER BY id LIMIT ${page}`,
      [projectId, id],
    );
    return rows.map((row) => ({ ...row, ratings: ratingsText(row.ratings) }));
  };
  const nameOf = ({ kind }: { id: string; kind: string }) => `a ${kind}`;
  await checkRows({ kind: "decision", noun: "a decision", nameOf, expected: folded.decisions, readAfter }, report);
}

/** As the events say it; what are no ratings at all stands as it is. */
function ratingsText(ratings: unknown): string | null {
  if (ratings === null) return null;
  const parsed = Ratings.safeParse(ratings);
  return parsed.success ? canonicalJson(parsed.data) : JSON.stringify(ratings);
}
