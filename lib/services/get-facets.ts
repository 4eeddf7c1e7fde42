import { z } from "zod";
import { type FilterPart, resolveFilter, whereFilter } from "#lib/db/conversation-filter.ts";
import { type Sql, sql } from "#lib/db/sql.ts";
import { Status } from "#lib/schema/conversation.ts";
import { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { Facets, scoreBins } from "#lib/schema/conversation-view.ts";
import { defineProjectRead } from "./define.ts";

const noBins = Array.from({ length: scoreBins }, () => 0);

/** How many conversations each choice of each filter would show, under all other filters. One aggregate per filter. */
export const getFacets = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Count conversations by status, culture, topic and language",
    Input: z.strictObject({ project: z.string(), ...ConversationFilter.shape }),
    Output: Facets,
  },
  async ({ world, project }, { project: _slug, ...filter }) => {
    const resolved = await resolveFilter(world.pool, project.id, filter);
    const count = async (column: Sql, except: FilterPart) => {
      const query = sql`SELECT ${column} AS key, count(*)::int AS count FROM conversation WHERE ${whereFilter(resolved, except)} GROUP BY 1`;
      const { rows } = await world.pool.query<{ key: string | null; count: number }>(query.toQuery());
      return new Map(rows.map((row) => [row.key, row.count]));
    };
    const [statuses, cultures, topics, languages, cultureRows, topicRows, total, matching] = await Promise.all([
      count(sql`conversation.status`, "status"),
      count(sql`conversation.culture_id`, "culture"),
      count(sql`conversation.topic_id`, "topic"),
      count(sql`conversation.language`, "language"),
      world.db.culture.findMany({
        where: { projectId: project.id },
        select: { id: true, code: true, name: true, endonym: true, languages: true },
      }),
      world.db.topic.findMany({
        where: { projectId: project.id },
        select: { id: true, key: true, name: true, position: true },
        orderBy: { position: "asc" },
      }),
      world.db.conversation.count({ where: { projectId: project.id } }),
      countMatching(world.pool, whereFilter(resolved)),
    ]);
    const byCount = (a: { count: number; name?: string }, b: { count: number; name?: string }) =>
      b.count - a.count || (a.name ?? "").localeCompare(b.name ?? "");
    return {
      total,
      matching,
      status: Status.options.map((key) => ({ key, name: key, count: statuses.get(key) ?? 0 })),
      tag: [],
      method: [],
      import: [],
      reviewer: [],
      assignee: [],
      scored: [],
      flagged: 0,
      edited: 0,
      representativeness: { all: noBins, kept: noBins },
      distinctiveness: { all: noBins, kept: noBins },
      tightest: null,
      culture: cultureRows
        .flatMap(({ id, code, name, endonym, languages: own }) => {
          const found = cultures.get(id) ?? 0;
          return found > 0 || filter.culture?.includes(code)
            ? [{ key: code, name, endonym, language: own[0] ?? "und", count: found }]
            : [];
        })
        .sort(byCount),
      topic: topicRows
        .flatMap(({ id, key, name }) => {
          const found = topics.get(id) ?? 0;
          return found > 0 || filter.topic?.includes(key) ? [{ key, name, layer: null, count: found }] : [];
        })
        .sort(byCount),
      language: [...languages]
        .flatMap(([key, found]) => (key === null ? [] : [{ key, name: key, count: found }]))
        .sort(byCount),
    };
  },
);

async function countMatching(pool: import("pg").Pool, where: Sql): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM conversation WHERE ${where}`.toQuery(),
  );
  return rows[0]?.count ?? 0;
}
