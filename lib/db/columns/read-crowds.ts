import type { Pool } from "pg";
import type { Columns } from "#lib/curation/columns/columns.ts";
import { measureNames } from "#lib/schema/choices.ts";
import { type ConversationDetail, scoreBins } from "#lib/schema/conversation-view.ts";
import type { ProjectColumns } from "./project-columns.ts";

export type Crowd = ConversationDetail["crowd"];

/**
 * The scores of some cultures' conversations in bins, by the culture's id: from the columns where these are in memory. While
 * they are not, one aggregate over the conversations of these cultures stands in, so that no card waits for the columns.
 */
export async function readCrowds(
  { pool, columns }: { pool: Pool; columns: ProjectColumns },
  projectId: string,
  cultureIds: readonly string[],
): Promise<ReadonlyMap<string, Crowd>> {
  const ids = [...new Set(cultureIds)];
  if (columns.has(projectId)) return columns.look(projectId, (own) => new Map(ids.map((id) => [id, crowdOf(own, id)])));
  columns.prepare(projectId);
  return aggregate(pool, projectId, ids);
}

function crowdOf(columns: Columns, cultureId: string): Crowd {
  const start = (columns.names.culture.codeOf(cultureId) ?? 0) * scoreBins;
  const of = (bins: Uint32Array) => Array.from({ length: scoreBins }, (_, bin) => bins[start + bin] ?? 0);
  return {
    representativeness: of(columns.crowd.representativeness),
    distinctiveness: of(columns.crowd.distinctiveness),
  };
}

async function aggregate(pool: Pool, projectId: string, ids: readonly string[]): Promise<Map<string, Crowd>> {
  const empty = () => Array.from({ length: scoreBins }, () => 0);
  const crowds = new Map(
    ids.map((id): [string, Crowd] => [id, { representativeness: empty(), distinctiveness: empty() }]),
  );
  const { rows } = await pool.query<{
    culture: string;
    representativeness: number | null;
    distinctiveness: number | null;
    count: number;
  }>(
    `SELECT culture_id AS culture, CASE WHEN representativeness IS NOT NULL THEN least(floor(representativeness * ${scoreBins})::int, ${scoreBins - 1}) END AS representativeness,
       CASE WHEN distinctiveness IS NOT NULL THEN least(floor(distinctiveness * ${scoreBins})::int, ${scoreBins - 1}) END AS distinctiveness, count(*)::int AS count
     FROM conversation WHERE project_id = $1 AND culture_id = ANY($2::uuid[]) GROUP BY 1, 2, 3`,
    [projectId, ids],
  );
  for (const row of rows)
    for (const measure of measureNames) {
      const bins = crowds.get(row.culture)?.[measure];
      const bin = row[measure];
      if (bins && bin !== null) bins[bin] = (bins[bin] ?? 0) + row.count;
    }
  return crowds;
}
