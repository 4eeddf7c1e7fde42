import type { Pool } from "pg";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { join, type Sql, sql } from "./sql.ts";

/** A filter with its labels resolved to ids; `null` where a list of labels matches nothing at all. */
export interface ResolvedFilter extends Omit<ConversationFilter, "culture" | "topic"> {
  projectId: string;
  cultureIds?: string[];
  topicIds?: string[];
}

/** Looks up the ids behind culture codes and topic keys; a layer stands for itself and its topics. Two indexed queries at most. */
export async function resolveFilter(
  pool: Pool,
  projectId: string,
  filter: ConversationFilter,
): Promise<ResolvedFilter> {
  const { culture, topic, ...rest } = filter;
  const resolved: ResolvedFilter = { projectId, ...rest };
  if (culture?.length) {
    const { rows } = await pool.query<{ id: string }>(
      "SELECT id FROM culture WHERE project_id = $1 AND code = ANY($2)",
      [projectId, culture],
    );
    resolved.cultureIds = rows.map((row) => row.id);
  }
  if (topic?.length) {
    const { rows } = await pool.query<{ id: string }>(
      `SELECT topic.id FROM topic LEFT JOIN topic layer ON layer.id = topic.parent_id
       WHERE topic.project_id = $1 AND (topic.key = ANY($2) OR layer.key = ANY($2))`,
      [projectId, topic],
    );
    resolved.topicIds = rows.map((row) => row.id);
  }
  return resolved;
}

/** Everything a filter may narrow by; facets leave out one of them to count what it could be. */
export type FilterPart = "status" | "culture" | "topic" | "language" | "scores" | "flagged";

/** The conditions of a filter on the table `conversation`. */
export function whereFilter(filter: ResolvedFilter, except?: FilterPart): Sql {
  const conditions = [sql`conversation.project_id = ${filter.projectId}`];
  if (except !== "status" && filter.status?.length) conditions.push(sql`conversation.status = ANY(${filter.status})`);
  if (except !== "culture" && filter.cultureIds)
    conditions.push(sql`conversation.culture_id = ANY(${filter.cultureIds}::uuid[])`);
  if (except !== "topic" && filter.topicIds)
    conditions.push(sql`conversation.topic_id = ANY(${filter.topicIds}::uuid[])`);
  if (except !== "language" && filter.language?.length)
    conditions.push(sql`conversation.language = ANY(${filter.language})`);
  if (except !== "flagged" && filter.flagged !== undefined)
    conditions.push(sql`conversation.flagged = ${filter.flagged}`);
  if (except !== "scores") {
    if (filter.representativenessFrom !== undefined)
      conditions.push(sql`conversation.representativeness >= ${filter.representativenessFrom}`);
    if (filter.representativenessTo !== undefined)
      conditions.push(sql`conversation.representativeness <= ${filter.representativenessTo}`);
    if (filter.distinctivenessFrom !== undefined)
      conditions.push(sql`conversation.distinctiveness >= ${filter.distinctivenessFrom}`);
    if (filter.distinctivenessTo !== undefined)
      conditions.push(sql`conversation.distinctiveness <= ${filter.distinctivenessTo}`);
  }
  return join(conditions, " AND ");
}
