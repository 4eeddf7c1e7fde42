import type { ClientBase } from "pg";
import { quoted } from "#lib/text/search-terms.ts";
import { tellingTerms } from "#lib/text/telling-terms.ts";

const mostNear = 120;
const mostSiblings = 60;
const mostFound = 120;
const terms = 24;

/**
 * Conversations that one may be near to, without looking at all: those near it before and those near these, the other answers
 * to its question, and what shares its rarest wording in the index of the search. A near copy shares nearly all of it, and
 * so is among them once the index has it. At most 300; four indexed look-ups.
 */
export async function neighbourCandidates(
  client: ClientBase,
  projectId: string,
  { id, questionKey, response }: { id: string; questionKey: string | null; response: string },
): Promise<string[]> {
  const near = await nearIds(client, [id]);
  const further = await nearIds(client, near);
  const { rows: siblings } = await client.query<{ id: string }>(
    `SELECT id FROM conversation WHERE project_id = $1 AND question_key = $2 LIMIT ${mostSiblings}`,
    [projectId, questionKey],
  );
  const wording = tellingTerms(response, terms).map(quoted).join(" | ");
  const { rows: found } = await client.query<{ id: string }>(
    `SELECT conversation_id AS id FROM conversation_search WHERE project_id = $1 AND terms @@ $2::tsquery LIMIT ${mostFound}`,
    [projectId, wording],
  );
  const ids = [...near, ...further.slice(0, mostNear), ...siblings.map((row) => row.id), ...found.map((row) => row.id)];
  return [...new Set(ids)].filter((other) => other !== id);
}

async function nearIds(client: ClientBase, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT near.id FROM neighbour
     CROSS JOIN LATERAL (SELECT value->>'id' AS id FROM json_array_elements(neighbour.home) UNION ALL SELECT value->>'id' FROM json_array_elements(neighbour.abroad)) near
     WHERE neighbour.conversation_id = ANY($1::uuid[])`,
    [ids],
  );
  return rows.map((row) => row.id);
}
