import type { Pool } from "pg";
import { Status } from "#lib/schema/conversation.ts";
import { splitChoices } from "#lib/schema/conversation-search.ts";
import type { ConversationSort } from "#lib/schema/conversation-sort.ts";
import type { ConversationRow, HeadlineScore, RowScores } from "#lib/schema/conversation-view.ts";
import { lets } from "./choice-condition.ts";
import type { ProjectColumns } from "./columns/project-columns.ts";
import { type ConversationCursor, encodeCursor } from "./conversation-cursor.ts";
import { type ResolvedFilter, whereFilter } from "./conversation-filter.ts";
import {
  conditionsOf,
  type Phase,
  phasesOf,
  placeOf,
  type SortedRecord,
  type SortGroups,
  totalOrder,
} from "./conversation-order.ts";
import { type Scan, scanOf } from "./conversation-scan.ts";
import { readByIds, readFound, readRanked } from "./found-rows.ts";
import { plannedRows } from "./planned-rows.ts";
import { rowColumns, rowJoins } from "./row-columns.ts";
import { readScoreNotes, type ScoreNotes } from "./score-notes.ts";
import type { RankBounds, SortedList } from "./search-ranked.ts";
import { join, type Sql, sql } from "./sql.ts";

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

/** @param notes what is told of its scores; see `readScoreNotes` */
export function toConversationRow(record: RowRecord, notes: ScoreNotes): ConversationRow {
  return {
    ...toRowScores(record, notes),
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
    decidedBy: record.decided_by,
    assignee: record.assignee_id === null ? null : { id: record.assignee_id, name: record.assignee_name ?? "" },
    updatedAt: record.updated_at.toISOString(),
  };
}

/** The headline scores that a conversation carries. */
export interface HeadlineRecord {
  representativeness: number | null;
  representativeness_percentile: number | null;
  distinctiveness: number | null;
  distinctiveness_percentile: number | null;
}

export function toRowScores(record: HeadlineRecord & { id: string }, notes: ScoreNotes): RowScores {
  const { representativeness, distinctiveness } = record;
  return {
    id: record.id,
    ...toHeadlines(record, notes),
    unscored: {
      representativeness: representativeness === null ? notes.reasons.representativeness : null,
      distinctiveness: distinctiveness === null ? notes.reasons.distinctiveness : null,
    },
  };
}

/** Both headline scores with what is told of them. */
export function toHeadlines(
  record: HeadlineRecord,
  notes: ScoreNotes,
): { representativeness: HeadlineScore; distinctiveness: HeadlineScore } {
  const headline = (
    value: number | null,
    percentile: number | null,
    measure: "representativeness" | "distinctiveness",
  ) => (value === null ? null : { value, percentile: percentile ?? 0.5, ...notes[measure] });
  return {
    representativeness: headline(record.representativeness, record.representativeness_percentile, "representativeness"),
    distinctiveness: headline(record.distinctiveness, record.distinctiveness_percentile, "distinctiveness"),
  };
}

/** Conversations of a project by their ids, in the order of these; ids of other projects are left out. Two queries by keys. */
export async function readConversationRows(
  pool: Pool,
  projectId: string,
  ids: readonly string[],
): Promise<ConversationRow[]> {
  return withNotes(pool, projectId, await readByIds(pool, ids, sql`conversation.project_id = ${projectId}::uuid`));
}

async function withNotes(pool: Pool, projectId: string, records: readonly RowRecord[]): Promise<ConversationRow[]> {
  const ids = records.map(({ id }) => id);
  const notes = await readScoreNotes(pool, projectId, ids);
  return records.map((record) => toConversationRow(record, notes(record.id)));
}

/** How far a page goes in each way of reading it. */
export interface PageBounds extends RankBounds {
  /** With the project in memory, goes over so many rows of so many phases before all is put in order there. */
  scannedFirst: number;
  phasesFirst: number;
  /** Without it, goes over so many rows of a phase before the scan is given up. */
  scanned: number;
  /** Goes over so many times more, and again, as long as that is less than what would be sorted instead. */
  further: number;
  /** Sorts without trying a scan where that is so many times cheaper by the planner's count. */
  sortedBefore: number;
  /** Sorts up to so many matches, for each phase that this spares, after a scan came back short. */
  sortedAfter: number;
  /** Of a search, tests so many rows of a phase one by one before anything else is tried; none at 0. */
  tested: number;
  /** Of a search of a project that is not in memory, fetches and sorts up to so many matches. */
  sortedFound: number;
}
export const usualBounds: PageBounds = {
  scannedFirst: 1_000,
  phasesFirst: 3,
  scanned: 5_000,
  further: 10,
  sortedBefore: 1,
  sortedAfter: 20_000,
  tested: 1_000,
  many: 150_000,
  looked: 2_000,
  sortedFound: 5_000,
};

/**
 * One page of a project's conversations, in an order that the id makes total, so that pages never overlap and leave nothing
 * out. Walked along the indexes of the order; where what matches lies too thin for that, found by the filter and sorted. What a
 * search finds is put in order in memory.
 *
 * @param columns null to do without
 */
export async function listConversationRows(
  pool: Pool,
  columns: ProjectColumns | null,
  filter: ResolvedFilter,
  sort: ConversationSort,
  limit: number,
  cursor: ConversationCursor | null,
  bounds: PageBounds = usualBounds,
): Promise<{ rows: ConversationRow[]; next: string | null }> {
  const groups = await readGroups(pool, filter, sort);
  const phases = phasesOf(sort, groups, cursor).filter((phase) => canMatch(filter, phase));
  const { tsquery, searchCondition: _condition, ...others } = filter;
  const records =
    tsquery === undefined
      ? ((await readThroughMemory(pool, columns, filter, { sort, groups, cursor, phases }, limit + 1, bounds)) ??
        (await readPage(pool, filter, phases, totalOrder(sort, groups), limit + 1, bounds)))
      : await readFound(pool, columns, { ...others, tsquery }, { sort, groups, cursor, phases }, limit + 1, bounds);
  const shown = records.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: await withNotes(pool, filter.projectId, shown),
    next: records.length > limit && last ? encodeCursor(sort, placeOf(sort, last)) : null,
  };
}

/**
 * The first `count` rows of a project that is in memory: scanned where what matches lies thick, else put in order there. Null
 * where memory does not know.
 */
async function readThroughMemory(
  pool: Pool,
  columns: ProjectColumns | null,
  filter: ResolvedFilter,
  sorted: SortedList & { phases: readonly Phase[] },
  count: number,
  bounds: PageBounds,
): Promise<RowRecord[] | null> {
  if (!columns?.has(filter.projectId)) {
    columns?.prepare(filter.projectId);
    return null;
  }
  const { scannedFirst, phasesFirst } = bounds;
  // Few rows are sorted sooner than memory is gone through; those of a tag are not found as fast.
  const rank = async () =>
    filter.tagIds === undefined && (await isThin(pool, filter, count, bounds))
      ? null
      : readRanked(pool, columns, filter, sorted, count, bounds);
  const records: RowRecord[] = [];
  for (const [index, phase] of sorted.phases.entries()) {
    const missing = count - records.length;
    if (missing === 0) return records;
    const scan = scanOf(filter, phase);
    if (!scan.isWhole && index >= phasesFirst) return rank();
    const { rows } = await pool.query<RowRecord>(scan.rows(missing, scannedFirst).toQuery());
    if (rows.length < missing && (await goesOn(pool, scan, scannedFirst))) return rank();
    records.push(...rows);
  }
  return records;
}

/**
 * The first `count` rows of the phases that match. What matches little is fetched and sorted. Else the phases are scanned;
 * where a scan comes back short, it goes on or gives way to sorting.
 */
async function readPage(
  pool: Pool,
  filter: ResolvedFilter,
  phases: readonly Phase[],
  order: Sql,
  count: number,
  bounds: PageBounds,
): Promise<RowRecord[]> {
  const read = async (query: Sql) => (await pool.query<RowRecord>(query.toQuery())).rows;
  let expected: Expected | undefined;
  const records: RowRecord[] = [];
  for (const [index, phase] of phases.entries()) {
    const missing = count - records.length;
    if (missing === 0) break;
    const ahead = phases.slice(index);
    const scan = scanOf(filter, phase);
    if (!scan.isWhole) {
      expected ??= await expectedRows(pool, filter);
      // A scan goes over `all / matching` rows for each one it finds; sorting goes over what matches.
      if (expected.matching ** 2 <= bounds.sortedBefore * count * expected.all)
        return [...records, ...(await read(foundByFilter(filter, ahead, order, missing)))];
    }
    let found = await read(scan.rows(missing, bounds.scanned));
    let isShort = found.length < missing && (await goesOn(pool, scan, bounds.scanned));
    if (isShort && (expected?.matching ?? 0) <= bounds.sortedAfter * Math.min(ahead.length, 6))
      return [...records, ...(await read(foundByFilter(filter, ahead, order, missing)))];
    for (
      let scanned = bounds.scanned * bounds.further;
      isShort && scanned < (expected?.matching ?? 0);
      scanned *= bounds.further
    ) {
      found = await read(scan.rows(missing, scanned));
      isShort = found.length < missing && (await goesOn(pool, scan, scanned));
    }
    records.push(...(isShort ? await read(foundByFilter(filter, [phase], order, missing)) : found));
  }
  return records;
}

/** Whether so little matches that to sort it is cheaper than to scan: a scan goes over `all / matching` rows for each it finds. */
async function isThin(
  pool: Pool,
  filter: ResolvedFilter,
  count: number,
  { sortedBefore }: PageBounds,
): Promise<boolean> {
  const { all, matching } = await expectedRows(pool, filter);
  return matching ** 2 <= sortedBefore * count * all;
}

interface Expected {
  all: number;
  matching: number;
}

/** How many rows the planner thinks the project has and the filter lets pass; far cheaper than to count them. */
async function expectedRows(pool: Pool, filter: ResolvedFilter): Promise<Expected> {
  const explain = (where: Sql) => plannedRows(pool, sql`SELECT FROM conversation WHERE ${where}`);
  const everything = whereFilter({ projectId: filter.projectId, choices: {}, rest: {} });
  const [all, matching] = await Promise.all([explain(everything), explain(whereFilter(filter))]);
  return { all, matching };
}

/** Whether a scan that came back short was cut off at its bound, rather than at its end. */
async function goesOn(pool: Pool, { isWhole, beyond }: Scan, scanned: number): Promise<boolean> {
  return !isWhole && (await pool.query(beyond(scanned).toQuery())).rows.length > 0;
}

/** What matches from these phases on, found by the filter and sorted. Costs as much as matches. */
function foundByFilter(filter: ResolvedFilter, phases: readonly Phase[], order: Sql, limit: number): Sql {
  const ahead = phases.map((phase) => sql`(${join([sql`true`, ...conditionsOf(phase)], " AND ")})`);
  return sql`
    WITH matching AS MATERIALIZED (
      SELECT id, updated_at, representativeness, distinctiveness, culture_id, status FROM conversation WHERE ${whereFilter(filter)} AND ${either(ahead)}
    )
    SELECT ${rowColumns} FROM (SELECT id FROM matching conversation ORDER BY ${order} LIMIT ${limit}) page
    JOIN conversation ON conversation.id = page.id ${rowJoins} ORDER BY ${order}`;
}

function either(conditions: readonly Sql[]): Sql {
  return sql`(${conditions.reduce((joined, condition) => sql`${joined} OR ${condition}`)})`;
}

/** Whether rows of a phase can match at all: those with a score and those without it are phases of their own. */
function canMatch({ rest }: ResolvedFilter, { key, lacks }: Phase): boolean {
  const { include, exclude } = splitChoices(rest.scored);
  if (exclude.includes(key)) return false;
  return lacks.every((measure) => {
    const bounds = [rest[`${measure}From`], rest[`${measure}To`]];
    return !(include.length === 1 && include[0] === measure) && bounds.every((bound) => bound === undefined);
  });
}

/** The groups that a sort goes through. The cultures that have conversations are for only where the sort goes by them: one index look-up a culture. */
async function readGroups(pool: Pool, filter: ResolvedFilter, sort: ConversationSort): Promise<SortGroups> {
  const statuses = Status.options.filter((status) => lets(filter.choices.status, status));
  if (!sort.some(({ by }) => by === "culture")) return { cultureIds: [], statuses };
  const { rows } = await pool.query<{ id: string; name: string; code: string }>(
    `SELECT id, name, code FROM culture WHERE project_id = $1
       AND EXISTS (SELECT 1 FROM conversation WHERE conversation.project_id = $1 AND conversation.culture_id = culture.id)`,
    [filter.projectId],
  );
  const shown = rows.filter(({ id }) => lets(filter.choices.culture, id));
  shown.sort((a, b) => a.name.localeCompare(b.name, "en") || (a.code < b.code ? -1 : 1));
  return { cultureIds: shown.map(({ id }) => id), statuses };
}
