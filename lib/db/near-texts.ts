import type { Pool } from "pg";
import { z } from "zod";
import type { NearText, NearTexts } from "#lib/schema/conversation-view.ts";
import { cutText } from "#lib/text/cut-text.ts";

/** So many of each are shown. */
const shown = 3;
/** In UTF-16 units. */
const excerptLength = 280;

const Near = z.array(z.object({ id: z.uuid(), similarity: z.number() }));

interface NeighbourRecord {
  conversation_id: string;
  home: unknown;
  abroad: unknown;
  same_in: number;
  compared: number;
  stale: boolean;
}

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
  const { rows } = await pool.query<NeighbourRecord>(
    `SELECT neighbour.conversation_id, neighbour.home, neighbour.abroad, neighbour.same_in, neighbour.compared,
       neighbour.revision <> conversation.head_revision AS stale
     FROM neighbour JOIN conversation ON conversation.id = neighbour.conversation_id
     WHERE neighbour.conversation_id = ANY($2::uuid[]) AND neighbour.project_id = $1`,
    [projectId, ids],
  );
  const found = rows.map((row) => ({
    ...row,
    home: Near.parse(row.home).slice(0, shown),
    abroad: Near.parse(row.abroad).slice(0, shown),
  }));
  const wanted = found.flatMap(({ home, abroad }) => [...home, ...abroad].map(({ id }) => id));
  const excerpts = await readExcerpts(pool, projectId, wanted);
  // One that is gone since is left out.
  const textsOf = (near: z.infer<typeof Near>): NearText[] =>
    near.flatMap(({ id, similarity }) => {
      const excerpt = excerpts.get(id);
      return excerpt === undefined ? [] : [{ ...excerpt, similarity: Math.min(1, Math.max(0, similarity)) }];
    });
  return new Map(
    found.map(({ conversation_id, home, abroad, same_in, compared, stale }) => [
      conversation_id,
      { stale, home: textsOf(home), abroad: textsOf(abroad), sameIn: same_in, compared },
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
