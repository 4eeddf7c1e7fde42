import type { Columns } from "#lib/curation/columns/columns.ts";
import type { ColumnFilter } from "#lib/curation/columns/count-columns.ts";
import type { Dictionary } from "#lib/curation/columns/dictionary.ts";
import { markCodes, marks, statusOfMarks } from "#lib/curation/columns/marks.ts";
import { measureNames } from "#lib/schema/choices.ts";
import { splitChoices } from "#lib/schema/conversation-search.ts";
import { type Choices, lets } from "../choice-condition.ts";
import { type ChoiceColumn, choiceColumns, type ResolvedFilter } from "../conversation-filter.ts";

/** Filters besides the search that the columns do not tell. */
export const untold = ["leftBy", "run", "sameIn", "nearCopy", "spareCopy"] as const;

/** Whether a filter asks for nothing but what the columns tell, and words. */
export function isTold({ rest }: ResolvedFilter): boolean {
  return untold.every((name) => rest[name] === undefined);
}

/**
 * A filter as the columns are asked: the same rows that `whereFilter` lets pass, except that its search is not looked at.
 * Null where it asks for what the columns do not tell.
 */
export function resolvedFilters(columns: Columns, filter: ResolvedFilter): ColumnFilter[] | null {
  if (!isTold(filter)) return null;
  const { choices, tagIds, rest } = filter;
  const filters: ColumnFilter[] = [];
  const ofMarks = (name: string, passes: (code: number) => boolean) =>
    filters.push({ name, column: "marks", passes: passing(markCodes, passes) });
  for (const name of Object.keys(choices) as ChoiceColumn[]) {
    // the keys of a record with these keys
    const chosen = choices[name];
    if (!chosen) continue;
    if (name === "status") ofMarks(name, (code) => lets(chosen, statusOfMarks(code) ?? null));
    else filters.push({ name, column: name, passes: passesOf(columns.names[name], written(name, chosen)) });
  }
  if (tagIds) {
    const codesOf = (ids: readonly string[]) => new Set(ids.flatMap((id) => columns.names.tag.codeOf(id) ?? []));
    const include = tagIds.include && codesOf(tagIds.include);
    const exclude = codesOf(tagIds.exclude);
    const passes = passing(columns.tagSets.size, (set) => {
      const members = columns.tagSets.membersOf(set);
      return (!include || members.some((tag) => include.has(tag))) && !members.some((tag) => exclude.has(tag));
    });
    filters.push({ name: "tag", column: "tags", passes });
  }
  const scored = splitChoices(rest.scored);
  const wanted = measureNames.filter((measure) => scored.include.includes(measure));
  const unwanted = measureNames.filter((measure) => scored.exclude.includes(measure));
  const has = (code: number) => (measure: (typeof measureNames)[number]) => (code & marks[measure]) !== 0;
  if (wanted.length > 0) ofMarks("scored", (code) => wanted.some(has(code)));
  if (unwanted.length > 0) ofMarks("not scored", (code) => !unwanted.some(has(code)));
  for (const measure of measureNames) {
    const from = rest[`${measure}From`] ?? Number.NEGATIVE_INFINITY;
    const to = rest[`${measure}To`] ?? Number.POSITIVE_INFINITY;
    if (Number.isFinite(from) || Number.isFinite(to)) filters.push({ name: measure, measure, from, to });
  }
  for (const name of ["flagged", "edited"] as const) {
    const asked = rest[name];
    if (asked !== undefined) ofMarks(name, (code) => ((code & marks[name]) !== 0) === asked);
  }
  return filters;
}

function passesOf(dictionary: Dictionary, chosen: Choices): Uint8Array {
  return passing(dictionary.size, (code) => lets(chosen, dictionary.valueOf(code)));
}

/** Choices as the columns write them: the database reads an id in capitals too. */
function written(name: ChoiceColumn, { include, exclude }: Choices): Choices {
  if (choiceColumns[name].type !== "uuid") return { ...(include && { include }), exclude };
  const lower = (values: readonly (string | null)[]) => values.map((value) => value?.toLowerCase() ?? null);
  return { ...(include && { include: lower(include) }), exclude: lower(exclude) };
}

function passing(codes: number, passes: (code: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: codes }, (_, code) => (passes(code) ? 1 : 0));
}
