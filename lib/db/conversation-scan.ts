import { Status } from "#lib/schema/conversation.ts";
import { choiceConditions, lets } from "./choice-condition.ts";
import { type ChoiceColumn, choiceColumns, type ResolvedFilter, whereFilter } from "./conversation-filter.ts";
import { lackConditions, type Phase, type ScanKey } from "./conversation-order.ts";
import { rowColumns, rowJoins } from "./row-columns.ts";
import { join, type Sql, sql } from "./sql.ts";

/** Which equal columns an index has before a key, in the order in which one is chosen: what is thinnest first. */
const servedBefore: Record<ScanKey, readonly ChoiceColumn[]> = {
  id: ["assignee", "reviewer", "import", "method", "topic", "culture", "language", "status"],
  updated: ["reviewer", "status"],
  representativeness: ["culture", "status"],
  distinctiveness: ["culture", "status"],
};
/** Columns whose index leaves out rows that hold nothing there. */
const partial = new Set<ChoiceColumn>(["assignee", "reviewer", "topic"]);

export interface Scan {
  /** Whether an index serves the whole filter, so that the scan meets no row that does not match. */
  isWhole: boolean;
  /** The first rows that match, at most `count`, of the first `scanned` of the phase; of all where it is whole. */
  rows(count: number, scanned: number): Sql;
  /** A row of the phase after the first `scanned`. */
  beyond(scanned: number): Sql;
}

/**
 * A phase as one scan along an index. One equal column of the group or the filter narrows the scan itself, if an index has
 * it before the key; what else narrows is looked at row by row.
 */
export function scanOf(filter: ResolvedFilter, phase: Phase): Scan {
  const inside = leadOf(filter, phase);
  const project = sql`conversation.project_id = ${filter.projectId}::uuid`;
  // By time of change, what somebody decided comes before most of what nobody has: it must not be gone through first.
  const undecided = phase.key === "updated" && isNobody(filter) ? [sql`conversation.decided_by IS NULL`] : [];
  const along = [project, ...phase.conditions, ...undecided];
  const others = Object.entries(phase.groups).flatMap(([name, condition]) =>
    name === inside?.name ? [] : [condition],
  );
  others.push(...lackConditions(phase.lacks));
  const isWhole = others.length === 0 && narrows(filter) === (inside?.ofFilter ? 1 : 0);
  const scan = (conditions: readonly Sql[], limit: number) =>
    sql`SELECT * FROM conversation WHERE ${join([...along, ...conditions], " AND ")} ORDER BY ${phase.order} LIMIT ${limit}`;
  const statuses = Status.options.filter((status) => lets(filter.choices.status, status));
  const from = (limit: number) => {
    if (inside) return scan([inside.condition], limit);
    return phase.key === "updated" && statuses.length > 0
      ? merged(
          statuses.map((status) => scan([sql`conversation.status = ${status}`], limit)),
          phase.order,
          limit,
        )
      : scan([], limit);
  };
  return {
    isWhole,
    rows: (count, scanned) => {
      const matching = isWhole
        ? from(count)
        : sql`SELECT * FROM (${from(scanned)}) conversation
            WHERE ${join([whereFilter(filter), ...others], " AND ")} ORDER BY ${phase.order} LIMIT ${count}`;
      return sql`SELECT ${rowColumns} FROM (${matching}) conversation ${rowJoins} ORDER BY ${phase.order}`;
    },
    beyond: (scanned) => sql`SELECT 1 FROM (${from(scanned + 1)}) conversation OFFSET ${scanned}`,
  };
}

interface Lead {
  name: ChoiceColumn;
  condition: Sql;
  /** Whether it is what the filter asks for, rather than the group. */
  ofFilter: boolean;
}

/** The equal column that the scan stays in. */
function leadOf({ choices }: ResolvedFilter, phase: Phase): Lead | undefined {
  for (const name of ["culture", "status"] as const) {
    const group = phase.groups[name];
    if (group && servedBefore[phase.key].includes(name)) return { name, condition: group, ofFilter: false };
  }
  for (const name of servedBefore[phase.key]) {
    const chosen = choices[name];
    const [only, ...more] = chosen?.include ?? [];
    if (!chosen || chosen.include === undefined || more.length > 0 || only === undefined) continue;
    if (only === null && partial.has(name)) continue;
    const { column, type } = choiceColumns[name];
    const condition = join(choiceConditions(column, type, { include: [only], exclude: [] }), " AND ");
    return { name, condition, ofFilter: true };
  }
  return undefined;
}

function isNobody({ choices }: ResolvedFilter): boolean {
  const include = choices.reviewer?.include;
  return include?.length === 1 && include[0] === null;
}

/** How many parts a filter has, a column's choices counted once; 2 where they also leave something out. */
function narrows({ choices, tagIds, rest, searchCondition }: ResolvedFilter): number {
  const parts = Object.values(choices).reduce((sum, { exclude }) => sum + (exclude.length > 0 ? 2 : 1), 0);
  const said = Object.values(rest).filter(
    (value) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return parts + said.length + (tagIds ? 1 : 0) + (searchCondition ? 1 : 0);
}

/** The index along the times begins with the status: the scans of those that may be shown are merged. */
function merged([first = sql``, ...rest]: readonly Sql[], order: Sql, limit: number): Sql {
  const all = rest.reduce((before, one) => sql`${before} UNION ALL (${one})`, sql`(${first})`);
  return sql`SELECT * FROM (${all}) conversation ORDER BY ${order} LIMIT ${limit}`;
}
