import type { Pool } from "pg";
import { Status } from "#lib/schema/conversation.ts";
import type { NearConversation } from "#lib/schema/leak.ts";
import { cutText } from "#lib/text/cut-text.ts";

/** An answer is shown by its start, in UTF-16 units. */
const longestAnswer = 600;

interface NearRecord {
  id: string;
  code: string;
  name: string;
  endonym: string;
  culture_language: string;
  language: string;
  question: string;
  turns: { role: string; content: string }[];
  status: string;
  edited: boolean;
  flagged: boolean;
  version: number;
}

/** Conversations of a project by their ids, as they stand beside each other. One indexed query; O(ids). */
export async function readNearConversations(
  pool: Pool,
  projectId: string,
  ids: readonly string[],
): Promise<Map<string, NearConversation>> {
  const { rows } = await pool.query<NearRecord>(
    `SELECT conversation.id, culture.code, culture.name, culture.endonym, culture.languages[1] AS culture_language, conversation.language,
       conversation.question, revision.turns, conversation.status, conversation.edited, conversation.flagged, conversation.version
     FROM conversation JOIN culture ON culture.id = conversation.culture_id
     JOIN revision ON revision.conversation_id = conversation.id AND revision.number = conversation.head_revision
     WHERE conversation.project_id = $1 AND conversation.id = ANY($2::uuid[])`,
    [projectId, [...new Set(ids)]],
  );
  return new Map(rows.map((row) => [row.id, toNear(row)]));
}

function toNear(row: NearRecord): NearConversation {
  const { id, code, name, endonym, language, question, turns, edited, flagged, version } = row;
  const answers = turns.flatMap(({ role, content }) => (role === "assistant" ? [content] : []));
  return {
    id,
    culture: { code, name, endonym, language: row.culture_language },
    language,
    question,
    answer: cutText(answers.join("\n"), longestAnswer),
    status: Status.parse(row.status),
    edited,
    flagged,
    version,
  };
}
