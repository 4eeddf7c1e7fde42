import type { Pool } from "pg";
import { type ResolvedFilter, whereFilter } from "./conversation-filter.ts";
import { type Sql, sql } from "./sql.ts";

/** How many conversations of a set a culture has on a topic. */
export interface SetCell {
  culture: string;
  name: string;
  topic: string | null;
  count: number;
}

/** A set by culture and topic. One pass over the rows that match. */
export async function countSetCells(pool: Pool, filter: ResolvedFilter): Promise<SetCell[]> {
  const { rows } = await pool.query<SetCell>(
    sql`SELECT culture.code AS culture, culture.name, cell.topic_id AS topic, cell.count FROM (
        SELECT culture_id, topic_id, count(*)::int AS count FROM conversation WHERE ${whereFilter(filter)} GROUP BY 1, 2
      ) cell JOIN culture ON culture.id = cell.culture_id ORDER BY culture.code, cell.topic_id`.toQuery(),
  );
  return rows;
}

/** Which conversations a sample is drawn from: the set, all of its cultures, or what is accepted outside it. */
export type SampledPart = "set" | "pool" | "seeds";

/**
 * Ids of at most so many conversations of each of the set's cultures, those whose ids have the smallest hashes, so that the
 * same ones are drawn each time, and as good as by chance. One pass over the rows it draws from.
 */
export async function drawSetSample(
  pool: Pool,
  filter: ResolvedFilter,
  part: SampledPart,
  perCulture: number,
): Promise<{ ids: string[]; whole: boolean }> {
  const { rows } = await pool.query<{ id: string | null; whole: boolean }>(
    sql`SELECT id, whole FROM (
        SELECT conversation.id, row_number() OVER (PARTITION BY culture_id ORDER BY md5(conversation.id::text), conversation.id) AS place,
          count(*) OVER (PARTITION BY culture_id) <= ${perCulture} AS whole
        FROM conversation WHERE ${conditionOf(filter, part)}
      ) drawn WHERE place <= ${perCulture} ORDER BY id`.toQuery(),
  );
  return { ids: rows.flatMap(({ id }) => id ?? []), whole: rows.every((row) => row.whole) };
}

function conditionOf(filter: ResolvedFilter, part: SampledPart): Sql {
  const inSet = whereFilter(filter);
  if (part === "set") return inSet;
  const ofCultures = sql`conversation.project_id = ${filter.projectId}::uuid
    AND conversation.culture_id IN (SELECT conversation.culture_id FROM conversation WHERE ${inSet})`;
  if (part === "pool") return sql`${ofCultures} AND conversation.status <> 'rejected'`;
  return sql`${ofCultures} AND conversation.status = 'accepted' AND (${inSet}) IS NOT TRUE`;
}

/** The information gains that the panel's judges found in a set: their mean and number. One pass over the rows that match. */
export async function meanInformationGain(
  pool: Pool,
  filter: ResolvedFilter,
): Promise<{ mean: number | null; count: number }> {
  const { rows } = await pool.query<{ mean: number | null; count: number }>(
    sql`SELECT avg((score.parts->>'informationGain')::float8) AS mean, count(score.parts->>'informationGain')::int AS count
      FROM conversation JOIN score ON score.conversation_id = conversation.id AND score.estimator = 'panel'
      WHERE ${whereFilter(filter)}`.toQuery(),
  );
  return rows[0] ?? { mean: null, count: 0 };
}
