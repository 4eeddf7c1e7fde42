import { z } from "zod";
import { Status } from "#lib/schema/conversation.ts";
import type { ConversationSort, SortColumn, SortDirection, SortKey } from "#lib/schema/conversation-sort.ts";
import { type ConversationCursor, type CursorValue, refusedCursor } from "./conversation-cursor.ts";
import { join, type Sql, sql } from "./sql.ts";

/** What a scan goes along; each has an index, alone or after one of the columns that `servedBefore` names. */
export type ScanKey = "id" | "updated" | "representativeness" | "distinctiveness";

/** One scan of the walk through a sorted list: which rows it goes over and in which order. */
export interface Phase {
  /** The group that it stays in, where the sort goes by groups. */
  groups: Partial<Record<"culture" | "status", Sql>>;
  conditions: readonly Sql[];
  /** The scores that its rows lack: no index leads along these alone. */
  lacks: readonly ("representativeness" | "distinctiveness")[];
  key: ScanKey;
  order: Sql;
}

/** The columns that a cursor and an order read, as they come from the database. */
export interface SortedRecord {
  id: string;
  culture_id: string;
  status: string;
  updated_at: Date;
  representativeness: number | null;
  distinctiveness: number | null;
}

/** All that holds of the rows of a phase. */
export function conditionsOf({ groups, conditions, lacks }: Phase): Sql[] {
  return [...Object.values(groups), ...conditions, ...lackConditions(lacks)];
}

export function lackConditions(lacks: Phase["lacks"]): Sql[] {
  return lacks.map((measure) => sql`${columnOf[measure]} IS NULL`);
}

/** What sorts by group go through: the cultures that have conversations, by name, and the statuses, as far as a filter lets them. */
export interface SortGroups {
  cultureIds: readonly string[];
  statuses: readonly string[];
}

const Time = z.iso.datetime();

/**
 * A sorted list as scans one after the other, beginning after `cursor`. Each goes over rows that no other has, so that a page
 * is filled from as few of them as it needs. Cultures and statuses are walked group by group; rows without the score that
 * comes first follow all others.
 * @throws StudioError `invalid` when the cursor names a group that is not there, or a value of the wrong kind
 */
export function phasesOf(sort: ConversationSort, groups: SortGroups, cursor: ConversationCursor | null): Phase[] {
  const direction = sort.at(-1)?.direction ?? "descending";
  return walk(sort, direction, groups, cursor);
}

/** The whole order in one, for rows that are sorted rather than scanned. */
export function totalOrder(sort: ConversationSort, groups: SortGroups): Sql {
  const direction = sort.at(-1)?.direction ?? "descending";
  const until = sort.findIndex(({ by }) => by === "added");
  const columns = until < 0 ? sort : sort.slice(0, until);
  const along = sort[until]?.direction ?? direction;
  return join(
    [
      ...columns.map((column) => sql`${ordered(rankOf(column, groups), column.direction)} NULLS LAST`),
      ordered(sql`conversation.id`, along),
    ],
    ", ",
  );
}

/** The place of a row in a sort, for the cursor of the page after it. */
export function placeOf(sort: ConversationSort, record: SortedRecord): ConversationCursor {
  return { values: sort.map(({ by }) => read[by](record)), id: record.id };
}

const read: Record<SortKey, (record: SortedRecord) => CursorValue> = {
  added: () => null,
  updated: (record) => record.updated_at.toISOString(),
  representativeness: (record) => record.representativeness,
  distinctiveness: (record) => record.distinctiveness,
  culture: (record) => record.culture_id,
  status: (record) => record.status,
};

function walk(
  columns: readonly SortColumn[],
  direction: SortDirection,
  groups: SortGroups,
  after: ConversationCursor | null,
): Phase[] {
  const [first, ...rest] = columns;
  if (first === undefined || first.by === "added") {
    const along = first?.direction ?? direction;
    const conditions = after ? [beyond(sql`conversation.id`, along, sql`${after.id}::uuid`)] : [];
    return [{ groups: {}, conditions, lacks: [], key: "id", order: ordered(sql`conversation.id`, along) }];
  }
  if (first.by === "culture" || first.by === "status")
    return walkGroups({ ...first, by: first.by }, rest, direction, groups, after);
  if (first.by === "updated") return [scan(first, rest, direction, groups, after)];
  const { by } = first;
  const column = columnOf[by];
  const restPhases = (place: ConversationCursor | null) =>
    walk(rest, direction, groups, place).map((phase) => ({
      ...phase,
      lacks: [by, ...phase.lacks],
    }));
  if (after && after.values[0] === null) return restPhases(shift(after));
  const scored = scan(first, rest, direction, groups, after);
  return [{ ...scored, conditions: [sql`${column} IS NOT NULL`, ...scored.conditions] }, ...restPhases(null)];
}

/** Group by group; within one, whatever comes next in the sort. */
function walkGroups(
  { by, direction: along }: SortColumn & { by: "culture" | "status" },
  rest: readonly SortColumn[],
  direction: SortDirection,
  groups: SortGroups,
  after: ConversationCursor | null,
): Phase[] {
  const isCulture = by === "culture";
  const names: readonly string[] = isCulture ? groups.cultureIds : groups.statuses;
  const inOrder = along === "ascending" ? names : names.toReversed();
  const start = after ? inOrder.indexOf(String(after.values[0])) : 0;
  if (start < 0) throw refusedCursor();
  return inOrder.slice(start).flatMap((name, index) => {
    const own: Sql = isCulture ? sql`conversation.culture_id = ${name}::uuid` : sql`conversation.status = ${name}`;
    return walk(rest, direction, groups, index === 0 && after ? shift(after) : null).map((phase) => ({
      ...phase,
      groups: { ...phase.groups, [by]: own },
    }));
  });
}

/** One scan along a column that has an index; what follows in the sort only orders rows that are equal in it. */
function scan(
  first: SortColumn,
  rest: readonly SortColumn[],
  direction: SortDirection,
  groups: SortGroups,
  after: ConversationCursor | null,
): Phase {
  const key = first.by === "updated" ? "updated" : asScore(first.by);
  const column = columnOf[key];
  const second = rest[0]?.by === "added" ? undefined : rest[0];
  const id = sql`conversation.id`;
  const order = [ordered(column, first.direction)];
  if (second) order.push(sql`${ordered(rankOf(second, groups), second.direction)} NULLS LAST`);
  order.push(ordered(id, direction));
  const along = { groups: {}, lacks: [], key, order: join(order, ", ") } as const;
  if (!after) return { ...along, conditions: [] };
  const value = parameterOf(first, after.values[0]);
  const afterId = sql`${after.id}::uuid`;
  if (!second && direction === first.direction) {
    const sign = direction === "ascending" ? sql`>` : sql`<`;
    return { ...along, conditions: [sql`(${column}, ${id}) ${sign} (${value}, ${afterId})`] };
  }
  const equal = second
    ? afterSecond(second, after.values[1], groups, beyond(id, direction, afterId))
    : beyond(id, direction, afterId);
  const from = first.direction === "ascending" ? sql`${column} >= ${value}` : sql`${column} <= ${value}`;
  return {
    ...along,
    conditions: [from, sql`(${beyond(column, first.direction, value)} OR (${column} = ${value} AND ${equal}))`],
  };
}

/** Among rows equal in the first column: those after the place by the second one, then by id. */
function afterSecond(second: SortColumn, at: CursorValue | undefined, groups: SortGroups, afterId: Sql): Sql {
  const rank = rankOf(second, groups);
  if (at == null) return sql`(${rank} IS NULL AND ${afterId})`;
  const value = rankValueOf(second, at, groups);
  return sql`(${beyond(rank, second.direction, value)} OR ${rank} IS NULL OR (${rank} = ${value} AND ${afterId}))`;
}

const columnOf = {
  updated: sql`conversation.updated_at`,
  representativeness: sql`conversation.representativeness`,
  distinctiveness: sql`conversation.distinctiveness`,
};

function asScore(by: SortKey): "representativeness" | "distinctiveness" {
  return by === "distinctiveness" ? "distinctiveness" : "representativeness";
}

/** What a second column is compared by: groups by their place. */
function rankOf({ by }: SortColumn, groups: SortGroups): Sql {
  if (by === "culture") return sql`array_position(${groups.cultureIds}::uuid[], conversation.culture_id)`;
  if (by === "status") return sql`array_position(${Status.options}::text[], conversation.status)`;
  return columnOf[by === "updated" ? "updated" : asScore(by)];
}

function rankValueOf(second: SortColumn, at: string | number, groups: SortGroups): Sql {
  if (second.by !== "culture" && second.by !== "status") return parameterOf(second, at);
  const names: readonly string[] = second.by === "culture" ? groups.cultureIds : Status.options;
  const place = names.indexOf(String(at));
  if (place < 0) throw refusedCursor();
  return sql`${place + 1}::int`;
}

function parameterOf({ by }: SortColumn, at: CursorValue | undefined): Sql {
  if (by === "updated") {
    const time = Time.safeParse(at);
    if (!time.success) throw refusedCursor();
    return sql`${time.data}::timestamptz`;
  }
  if (typeof at !== "number") throw refusedCursor();
  return sql`${at}::float8`;
}

function ordered(column: Sql, direction: SortDirection): Sql {
  return direction === "ascending" ? sql`${column} ASC` : sql`${column} DESC`;
}

function beyond(column: Sql, direction: SortDirection, value: Sql): Sql {
  return direction === "ascending" ? sql`${column} > ${value}` : sql`${column} < ${value}`;
}

function shift({ values, id }: ConversationCursor): ConversationCursor {
  return { values: values.slice(1), id };
}
