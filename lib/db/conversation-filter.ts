import type { Pool } from "pg";
import { z } from "zod";
import { Status } from "#lib/schema/conversation.ts";
import { type ConversationFilter, splitChoices } from "#lib/schema/conversation-search.ts";
import { expandSearch } from "#lib/schema/expand-search.ts";
import { type Choices, choiceConditions } from "./choice-condition.ts";
import { neighbourConditions } from "./neighbour-conditions.ts";
import { searchCondition, searchTsquery } from "./search-condition.ts";
import { join, type Sql, sql } from "./sql.ts";

/** The filters that are choices, by the column that holds what they choose. Tags and scores have none of their own. */
export const choiceColumns = {
  status: { column: sql`conversation.status`, type: "text" },
  culture: { column: sql`conversation.culture_id`, type: "uuid" },
  topic: { column: sql`conversation.topic_id`, type: "uuid" },
  language: { column: sql`conversation.language`, type: "text" },
  method: { column: sql`conversation.method`, type: "text" },
  import: { column: sql`conversation.import_id`, type: "uuid" },
  reviewer: { column: sql`conversation.decided_by`, type: "uuid" },
  assignee: { column: sql`conversation.assignee_id`, type: "uuid" },
} as const;
export type ChoiceColumn = keyof typeof choiceColumns;
const columnNames = Object.keys(choiceColumns) as ChoiceColumn[]; // the keys of a constant

/** A filter with its labels resolved to what the columns hold. */
export interface ResolvedFilter {
  projectId: string;
  /** Choices by column; absent where the filter does not name it. */
  choices: Partial<Record<ChoiceColumn, Choices>>;
  /** Tags, those below them and what they were merged into. */
  tagIds?: { include?: readonly string[]; exclude: readonly string[] };
  /** What else narrows, as the filter says it. */
  rest: Omit<ConversationFilter, ChoiceColumn | "tag">;
  /** The words of `search` as a `tsquery`. */
  tsquery?: string;
  /** Their condition on the table `conversation`. */
  searchCondition?: Sql;
}

/**
 * Looks up what stands behind the labels of a filter: a layer for its topics, a tag for those below it and for what it was
 * merged into. A label that is not known matches nothing, and leaves nothing out. At most three indexed queries.
 */
export async function resolveFilter(
  pool: Pool,
  projectId: string,
  filter: ConversationFilter,
): Promise<ResolvedFilter> {
  const expanded = expandSearch(filter);
  const { status, culture, topic, tag, language, method, import: imported, reviewer, assignee, ...rest } = expanded;
  const [cultureIds, topicIds, tagIds] = await Promise.all([
    lookUp(pool, culturesBehind, projectId, culture),
    lookUp(pool, topicsBehind, projectId, topic),
    lookUp(pool, tagsBehind, projectId, tag),
  ]);
  const choices: ResolvedFilter["choices"] = {};
  const set = (name: ChoiceColumn, labels: readonly string[] | undefined, meaning: (label: string) => Choice[]) => {
    if (labels?.length) choices[name] = resolved(labels, meaning);
  };
  set("status", status, (label) => (Status.safeParse(label).success ? [label] : []));
  set("culture", culture, (label) => cultureIds.get(label) ?? []);
  set("topic", topic, (label) => topicIds.get(label) ?? []);
  set("language", language, (label) => [label]);
  set("method", method, (label) => [label === "import" ? null : label]);
  set("import", imported, (label) => (z.uuid().safeParse(label).success ? [label] : []));
  set("reviewer", reviewer, (label) => [label === "nobody" ? null : label]);
  set("assignee", assignee, (label) => [label === "nobody" ? null : label]);
  const { include, exclude } = splitChoices(tag);
  const tsquery = searchTsquery(projectId, rest.search);
  return {
    projectId,
    choices,
    ...(tsquery !== null && { tsquery, searchCondition: searchCondition(projectId, tsquery) }),
    ...(tag?.length && {
      tagIds: {
        ...(include.length > 0 && { include: include.flatMap((label) => tagIds.get(label) ?? []) }),
        exclude: exclude.flatMap((label) => tagIds.get(label) ?? []),
      },
    }),
    rest,
  };
}

type Choice = string | null;

function resolved(labels: readonly string[], meaning: (label: string) => Choice[]): Choices {
  const { include, exclude } = splitChoices(labels);
  return {
    ...(include.length > 0 && { include: [...new Set(include.flatMap(meaning))] }),
    exclude: exclude.flatMap(meaning),
  };
}

const culturesBehind = "SELECT code AS label, id FROM culture WHERE project_id = $1 AND code = ANY($2)";
const topicsBehind = `
  SELECT asked.key AS label, topic.id FROM topic asked JOIN topic ON topic.id = asked.id OR topic.parent_id = asked.id
  WHERE asked.project_id = $1 AND asked.key = ANY($2) AND topic.project_id = $1`;
const tagsBehind = `
  WITH RECURSIVE behind AS (
    SELECT asked.key AS label, coalesce(asked.merged_into_id, asked.id) AS id FROM tag asked WHERE asked.project_id = $1 AND asked.key = ANY($2)
    UNION
    SELECT behind.label, below.id FROM behind JOIN tag below ON below.parent_id = behind.id AND below.merged_into_id IS NULL
  ) SELECT label, id FROM behind`;

async function lookUp(
  pool: Pool,
  query: string,
  projectId: string,
  labels: readonly string[] | undefined,
): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (!labels?.length) return found;
  const { include, exclude } = splitChoices(labels);
  const { rows } = await pool.query<{ label: string; id: string }>(query, [projectId, [...include, ...exclude]]);
  for (const { label, id } of rows) found.set(label, [...(found.get(label) ?? []), id]);
  return found;
}

/** Everything a filter may narrow by; facets leave out one of them to count what it could be. */
export type FilterPart = ChoiceColumn | "tag" | "scored" | "scores" | "flagged" | "edited";

/** The conditions of a filter on the table `conversation`. */
export function whereFilter(filter: ResolvedFilter, except?: FilterPart): Sql {
  const { projectId, choices, rest, searchCondition } = filter;
  const conditions = [sql`conversation.project_id = ${projectId}::uuid`];
  for (const name of columnNames) {
    const { column, type } = choiceColumns[name];
    const chosen = choices[name];
    if (except !== name && chosen) conditions.push(...choiceConditions(column, type, chosen));
  }
  if (except !== "tag") conditions.push(...tagConditions(filter));
  if (except !== "scored") conditions.push(...scoredConditions(rest.scored));
  if (except !== "scores") conditions.push(...rangeConditions(rest));
  // Said as the partial indexes say it.
  if (except !== "flagged" && rest.flagged !== undefined)
    conditions.push(rest.flagged ? sql`conversation.flagged` : sql`NOT conversation.flagged`);
  if (except !== "edited" && rest.edited !== undefined)
    conditions.push(rest.edited ? sql`conversation.edited` : sql`NOT conversation.edited`);
  if (rest.leftBy !== undefined)
    conditions.push(
      sql`conversation.id IN (SELECT bulk_item.conversation_id FROM bulk_item JOIN bulk_act ON bulk_act.id = bulk_item.bulk_id
        WHERE bulk_item.bulk_id = ${rest.leftBy}::uuid AND bulk_item.outcome = 'changed' AND bulk_act.project_id = ${projectId}::uuid)`,
    );
  if (rest.run !== undefined) conditions.push(sql`conversation.run_id = ${rest.run}::uuid`);
  conditions.push(...neighbourConditions(projectId, rest));
  if (searchCondition) conditions.push(searchCondition);
  return join(conditions, " AND ");
}

function tagConditions({ tagIds }: ResolvedFilter): Sql[] {
  if (!tagIds) return [];
  const carries = (ids: readonly string[]) =>
    sql`EXISTS (SELECT 1 FROM conversation_tag WHERE conversation_tag.conversation_id = conversation.id AND conversation_tag.tag_id = ANY(${ids}::uuid[]))`;
  return [
    ...(tagIds.include ? [tagIds.include.length > 0 ? carries(tagIds.include) : sql`false`] : []),
    ...(tagIds.exclude.length > 0 ? [sql`NOT ${carries(tagIds.exclude)}`] : []),
  ];
}

const scoreColumns = {
  representativeness: sql`conversation.representativeness`,
  distinctiveness: sql`conversation.distinctiveness`,
};
const isMeasure = (choice: string) => choice === "representativeness" || choice === "distinctiveness";

function scoredConditions(choices: readonly string[] | undefined): Sql[] {
  const { include, exclude } = splitChoices(choices);
  const [first, second] = include.filter(isMeasure).map((choice) => sql`${scoreColumns[choice]} IS NOT NULL`);
  return [
    ...(first ? [second ? sql`(${first} OR ${second})` : first] : []),
    ...exclude.filter(isMeasure).map((choice) => sql`${scoreColumns[choice]} IS NULL`),
  ];
}

function rangeConditions(rest: ResolvedFilter["rest"]): Sql[] {
  const conditions: Sql[] = [];
  const { representativeness, distinctiveness } = scoreColumns;
  if (rest.representativenessFrom !== undefined)
    conditions.push(sql`${representativeness} >= ${rest.representativenessFrom}`);
  if (rest.representativenessTo !== undefined)
    conditions.push(sql`${representativeness} <= ${rest.representativenessTo}`);
  if (rest.distinctivenessFrom !== undefined) conditions.push(sql`${distinctiveness} >= ${rest.distinctivenessFrom}`);
  if (rest.distinctivenessTo !== undefined) conditions.push(sql`${distinctiveness} <= ${rest.distinctivenessTo}`);
  return conditions;
}
