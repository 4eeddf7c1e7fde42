import type { Pool } from "pg";
import type { QuestionRow } from "#lib/schema/comparison.ts";
import { searchCondition, searchTsquery } from "./search-condition.ts";
import { type Sql, sql } from "./sql.ts";

/** What a page of questions is asked by. */
export interface QuestionSearch {
  search?: string | undefined;
  cursor?: string | undefined;
  limit: number;
}

interface Counted {
  key: string;
  cultures: number;
  answers: number;
  text: string;
  language: string;
  topic_key: string | null;
  topic_name: string | null;
  topic_layer: string | null;
}

/**
 * The questions of a project by their keys, after `cursor`: from the index over keys, or, with a search, from the
 * conversations that it finds and the question whose key it is. Two queries; costs the same on every page.
 */
export async function listQuestionRows(
  pool: Pool,
  projectId: string,
  { search, cursor, limit }: QuestionSearch,
): Promise<{ rows: QuestionRow[]; next: string | null }> {
  const keys = await pool.query<{ key: string }>(
    sql`SELECT question_key AS key FROM conversation
      WHERE project_id = ${projectId}::uuid AND question_key IS NOT NULL AND (${cursor ?? null}::text IS NULL OR question_key > ${cursor ?? null})
        AND ${found(projectId, search)}
      GROUP BY question_key ORDER BY question_key LIMIT ${limit + 1}`.toQuery(),
  );
  const page = keys.rows.slice(0, limit).map(({ key }) => key);
  return {
    rows: await readQuestions(pool, projectId, page),
    next: keys.rows.length > limit ? (page.at(-1) ?? null) : null,
  };
}

/** What is said of some questions, in the order of their keys; those that no conversation has are left out. */
export async function readQuestions(pool: Pool, projectId: string, keys: readonly string[]): Promise<QuestionRow[]> {
  if (keys.length === 0) return [];
  const { rows } = await pool.query<Counted>(
    sql`SELECT counted.*, named.question AS text, named.language, topic.key AS topic_key, topic.name AS topic_name, layer.name AS topic_layer
      FROM (
        SELECT question_key AS key, count(DISTINCT culture_id)::int AS cultures, count(*)::int AS answers FROM conversation
        WHERE project_id = ${projectId}::uuid AND question_key = ANY(${keys}::text[]) GROUP BY question_key
      ) counted
      CROSS JOIN LATERAL (
        SELECT question, language, topic_id FROM conversation WHERE project_id = ${projectId}::uuid AND question_key = counted.key
        ORDER BY (language = 'en' OR language LIKE 'en-%') DESC, id LIMIT 1
      ) named
      LEFT JOIN topic ON topic.id = named.topic_id LEFT JOIN topic layer ON layer.id = topic.parent_id
      ORDER BY counted.key`.toQuery(),
  );
  return rows.map(({ topic_key, topic_name, topic_layer, ...row }) => ({
    ...row,
    topic: topic_key === null || topic_name === null ? null : { key: topic_key, name: topic_name, layer: topic_layer },
  }));
}

/** The questions next to one in the order of keys. Two look-ups in the index. */
export async function questionsBeside(
  pool: Pool,
  projectId: string,
  key: string,
): Promise<{ previous: string | null; next: string | null }> {
  const { rows } = await pool.query<{ previous: string | null; next: string | null }>(
    `SELECT (SELECT question_key FROM conversation WHERE project_id = $1 AND question_key < $2 ORDER BY question_key DESC LIMIT 1) AS previous,
       (SELECT question_key FROM conversation WHERE project_id = $1 AND question_key > $2 ORDER BY question_key LIMIT 1) AS next`,
    [projectId, key],
  );
  return rows[0] ?? { previous: null, next: null };
}

function found(projectId: string, search: string | undefined): Sql {
  const text = search?.trim() ?? "";
  if (text === "") return sql`true`;
  const tsquery = searchTsquery(projectId, text);
  if (tsquery === null) return sql`question_key = ${text}`;
  return sql`(question_key = ${text} OR ${searchCondition(projectId, tsquery)})`;
}
