import type { Pool } from "pg";
import { Status } from "#lib/schema/conversation.ts";
import type { ConversationSort } from "#lib/schema/conversation-sort.ts";
import type { ConversationRow } from "#lib/schema/conversation-view.ts";
import { type ConversationCursor, encodeCursor } from "./conversation-cursor.ts";
import { type ResolvedFilter, whereFilter } from "./conversation-filter.ts";
import { type Phase, phasesOf, placeOf, type SortedRecord, type SortGroups } from "./conversation-order.ts";
import { searchPage } from "./search-page.ts";
import { join, sql } from "./sql.ts";
import { readUnscored, type Unscored } from "./unscored.ts";

/** The columns of a row and the joins they need; shared by the list and the card. */
export const rowColumns = sql`
  conversation.id, conversation.external_id, conversation.culture_id, conversation.language, conversation.question, conversation.question_key, conversation.source, conversation.method,
  conversation.status, conversation.edited, conversation.flagged, conversation.version, conversation.updated_at,
  conversation.representativeness, conversation.representativeness_percentile, conversation.distinctiveness, conversation.distinctiveness_percentile,
  culture.code AS culture_code, culture.name AS culture_name, culture.endonym AS culture_endonym, culture.languages[1] AS culture_language,
  topic.key AS topic_key, topic.name AS topic_name, layer.name AS topic_layer,
  decider.name AS decided_by, conversation.assignee_id, assignee.name AS assignee_name`;
export const rowJoins = sql`
  JOIN culture ON culture.id = conversation.culture_id
  LEFT JOIN topic ON topic.id = conversation.topic_id
  LEFT JOIN topic layer ON layer.id = topic.parent_id
  LEFT JOIN "user" decider ON decider.id = conversation.decided_by
  LEFT JOIN "user" assignee ON assignee.id = conversation.assignee_id`;

export interface RowRecord extends SortedRecord {
  external_id: string | null;
  language: string;
  question: string;
  question_key: string | null;
  source: string | null;
  method: string | null;
  edited: boolean;
  flagged: boolean;
  version: number;
  representativeness_percentile: number | null;
  distinctiveness_percentile: number | null;
  culture_code: string;
  culture_name: string;
  culture_endonym: string;
  culture_language: string;
  topic_key: string | null;
  topic_name: string | null;
  topic_layer: string | null;
  decided_by: string | null;
  assignee_id: string | null;
  assignee_name: string | null;
}

/** @param unscored why a measure has no value, in the project's words; see `readUnscored` */
export function toConversationRow(record: RowRecord, unscored: Unscored): ConversationRow {
  return {
    id: record.id,
    externalId: record.external_id,
    culture: {
      code: record.culture_code,
      name: record.culture_name,
      endonym: record.culture_endonym,
      language: record.culture_language,
    },
    topic:
      record.topic_key === null
        ? null
        : { key: record.topic_key, name: record.topic_name ?? record.topic_key, layer: record.topic_layer },
    language: record.language,
    question: record.question,
    questionKey: record.question_key,
    source: record.source,
    method: record.method,
    status: Status.parse(record.status),
    edited: record.edited,
    flagged: record.flagged,
    version: record.version,
    representativeness: headline(record.representativeness, record.representativeness_percentile),
    distinctiveness: headline(record.distinctiveness, record.distinctiveness_percentile),
    unscored,
    decidedBy: record.decided_by,
    assignee: record.assignee_id === null ? null : { id: record.assignee_id, name: record.assignee_name ?? "" },
    updatedAt: record.updated_at.toISOString(),
  };
}

export function headline(value: number | null, percentile: number | null) {
  return value === null ? null : { value, percentile: percentile ?? 0.5 };
}

/**
 * One page of a project's conversations, in an order that the id makes total, so that pages never overlap and leave nothing
 * out. Put together from as few index scans as fill it; costs the same at any depth.
 */
export async function listConversationRows(
  pool: Pool,
  filter: ResolvedFilter,
  sort: ConversationSort,
  limit: number,
  cursor: ConversationCursor | null,
): Promise<{ rows: ConversationRow[]; next: string | null }> {
  const phases = phasesOf(sort, await readGroups(pool, filter, sort), cursor);
  const records = await readRecords(pool, filter, phases, limit + 1);
  const shown = records.slice(0, limit);
  const unscored = await readUnscored(pool, filter.projectId, shown);
  const last = shown.at(-1);
  return {
    rows: shown.map((record) => toConversationRow(record, unscored(record))),
    next: records.length > limit && last ? encodeCursor(sort, placeOf(sort, last)) : null,
  };
}

/** The first rows of the phases; a search finds their ids first, in its own ways. */
async function readRecords(
  pool: Pool,
  filter: ResolvedFilter,
  phases: readonly Phase[],
  most: number,
): Promise<RowRecord[]> {
  if (filter.tsquery !== undefined) {
    const { projectId, tsquery, searchCondition: _condition, ...others } = filter;
    const where = whereFilter({ projectId, ...others });
    const ids = await searchPage(pool, { projectId, tsquery, where, phases }, most);
    const page = sql`
      SELECT ${rowColumns} FROM (SELECT * FROM conversation WHERE conversation.id = ANY(${ids}::uuid[])) conversation ${rowJoins}
      ORDER BY array_position(${ids}::uuid[], conversation.id)`;
    return (await pool.query<RowRecord>(page.toQuery())).rows;
  }
  const where = whereFilter(filter);
  const records: RowRecord[] = [];
  for (const { conditions, order } of phases) {
    if (records.length >= most) break;
    const page = sql`
      SELECT ${rowColumns} FROM (
        SELECT * FROM conversation WHERE ${join([where, ...conditions], " AND ")} ORDER BY ${order} LIMIT ${most - records.length}
      ) conversation ${rowJoins} ORDER BY ${order}`;
    records.push(...(await pool.query<RowRecord>(page.toQuery())).rows);
  }
  return records;
}

/** The cultures that have conversations, by name; asked only where the sort goes by them. One index look-up a culture. */
async function readGroups(pool: Pool, filter: ResolvedFilter, sort: ConversationSort): Promise<SortGroups> {
  if (!sort.some(({ by }) => by === "culture")) return { cultureIds: [] };
  const { rows } = await pool.query<{ id: string; name: string; code: string }>(
    `SELECT id, name, code FROM culture WHERE project_id = $1
       AND EXISTS (SELECT 1 FROM conversation WHERE conversation.project_id = $1 AND conversation.culture_id = culture.id)`,
    [filter.projectId],
  );
  rows.sort((a, b) => a.name.localeCompare(b.name, "en") || (a.code < b.code ? -1 : 1));
  return { cultureIds: rows.map(({ id }) => id) };
}
