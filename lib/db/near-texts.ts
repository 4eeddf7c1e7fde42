import type { Pool } from "pg";
import type { NearText, NearTexts } from "#lib/schema/conversation-view.ts";
import { cutText } from "#lib/text/cut-text.ts";
import { readNeighbours, withSimilarity } from "./read-neighbours.ts";

/** So many of each are shown. */
const shown = 3;
/** In UTF-16 units. */
const excerptLength = 280;

interface ExcerptRecord {
  id: string;
  language: string;
  question: string;
  answer: string | null;
  code: string;
  name: string;
  endonym: string;
  culture_language: string;
}

/**
 * The conversations most like each of some, with the start of their texts; nothing for those whose neighbours have not been
 * looked for. Two queries by keys for all of them together.
 */
export async function readNearTexts(
  pool: Pool,
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, NearTexts>> {
  const found = [...(await readNeighbours(pool, projectId, ids))].map(
    ([id, { home, abroad, stale, sameIn, compared }]) => ({
      id,
      near: { stale, sameIn, compared, home: home.slice(0, shown), abroad: abroad.slice(0, shown) },
    }),
  );
  const wanted = found.flatMap(({ near: { home, abroad } }) => [...home, ...abroad].map(({ id }) => id));
  const excerpts = await readExcerpts(pool, projectId, wanted);
  return new Map(
    found.map(({ id, near }) => [
      id,
      { ...near, home: withSimilarity(near.home, excerpts), abroad: withSimilarity(near.abroad, excerpts) },
    ]),
  );
}

async function readExcerpts(
  pool: Pool,
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, Omit<NearText, "similarity">>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<ExcerptRecord>(
    `SELECT conversation.id, conversation.language, conversation.question,
       (SELECT left(turn->>'content', ${excerptLength}) FROM json_array_elements(revision.turns) turn WHERE turn->>'role' = 'assistant' LIMIT 1) AS answer,
       culture.code, culture.name, culture.endonym, culture.languages[1] AS culture_language
     FROM conversation JOIN culture ON culture.id = conversation.culture_id
     JOIN revision ON revision.conversation_id = conversation.id AND revision.number = conversation.head_revision
     WHERE conversation.project_id = $1 AND conversation.id = ANY($2::uuid[])`,
    [projectId, ids],
  );
  return new Map(
    rows.map(({ id, language, question, answer, code, name, endonym, culture_language }) => [
      id,
      {
        id,
        language,
        question,
        answer: cutText(answer ?? "", excerptLength),
        culture: { code, name, endonym, language: culture_language },
      },
    ]),
  );
}
