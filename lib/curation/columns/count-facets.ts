import { measureNames } from "#lib/schema/choices.ts";
import { type ConversationFilter, type FacetName, facetNames } from "#lib/schema/conversation-search.ts";
import type { MeasureName } from "#lib/schema/score.ts";
import type { Columns } from "./columns.ts";
import { type ColumnFilter, countColumns, countPassing, selectRows } from "./count-columns.ts";
import { countChoices, type FacetVocabulary, facetsOf, livingTags, passesOf } from "./facets.ts";
import { markCodes, marks } from "./marks.ts";

export interface FacetCounts {
  total: number;
  matching: number;
  /** By choice: under all other filters, and in the whole project. Choices that no row ever had are not named. */
  choices: Record<FacetName, Map<string, { count: number; inProject: number }>>;
  flagged: number;
  edited: number;
  representativeness: { all: number[]; kept: number[] };
  distinctiveness: { all: number[]; kept: number[] };
  tightest: { filter: string; count: number } | null;
}

/** Filters that columns cannot tell. */
const givenNames = ["search", "leftBy", "run", "sameIn", "nearCopy", "spareCopy"] as const;

/** Numbers of the conversations that a filter lets pass which columns cannot tell, by the filter's name. */
export type GivenNumbers = Readonly<Partial<Record<(typeof givenNames)[number], ArrayLike<number>>>>;

/**
 * Counts beside every filter, each under all the other filters: exactly what SQL would count over the same rows.
 *
 * @param given the numbers that such filters let pass; required where the filter has them
 */
export function countFacets(
  columns: Columns,
  filter: ConversationFilter,
  vocabulary: FacetVocabulary,
  given: GivenNumbers = {},
): FacetCounts {
  const facets = facetsOf(columns, vocabulary);
  const filters = columnFilters(columns, filter, vocabulary, facets, given);
  const { passing, failingOnly } = countColumns(columns, filters);
  const choices = (name: FacetName) => {
    const facet = facets[name];
    const inProject = countChoices(facet, columns.uses[facet.column]);
    const alone = failingOnly.get(name)?.codes;
    const counts = countChoices(facet, passing.codes[facet.column], ...(alone ? [alone] : []));
    return new Map([...counts].map(([key, count]) => [key, { count, inProject: inProject.get(key) ?? 0 }]));
  };
  const marked = (name: "flagged" | "edited") =>
    withMark(passing.codes.marks, marks[name]) + withMark(failingOnly.get(name)?.codes ?? null, marks[name]);
  const histogram = (measure: MeasureName) => {
    const kept = Array.from(passing.bins[measure]);
    const outside = failingOnly.get(measure)?.bins;
    return { all: kept.map((count, bin) => count + (outside?.[bin] ?? 0)), kept };
  };
  return {
    total: columns.length,
    matching: passing.rows,
    choices: {
      status: choices("status"),
      culture: choices("culture"),
      topic: choices("topic"),
      tag: choices("tag"),
      language: choices("language"),
      method: choices("method"),
      import: choices("import"),
      reviewer: choices("reviewer"),
      assignee: choices("assignee"),
      scored: choices("scored"),
    },
    flagged: marked("flagged"),
    edited: marked("edited"),
    representativeness: histogram("representativeness"),
    distinctiveness: histogram("distinctiveness"),
    tightest: passing.rows > 0 ? null : tightestOf(failingOnly),
  };
}

/**
 * How many rows a filter lets pass.
 *
 * @param within choices of further facets that must hold besides the filter's own
 */
export function countMatching(
  columns: Columns,
  filter: ConversationFilter,
  vocabulary: FacetVocabulary,
  given: GivenNumbers = {},
  within: Pick<ConversationFilter, FacetName> = {},
): number {
  const facets = facetsOf(columns, vocabulary);
  const filters = [
    ...columnFilters(columns, filter, vocabulary, facets, given),
    ...columnFilters(columns, within, vocabulary, facets, {}),
  ];
  return countPassing(columns, filters);
}

/** The places of the rows that a filter lets pass, ascending. */
export function findMatching(
  columns: Columns,
  filter: ConversationFilter,
  vocabulary: FacetVocabulary,
  given: GivenNumbers = {},
): Int32Array {
  return selectRows(columns, columnFilters(columns, filter, vocabulary, facetsOf(columns, vocabulary), given));
}

function columnFilters(
  columns: Columns,
  filter: ConversationFilter,
  vocabulary: FacetVocabulary,
  facets: ReturnType<typeof facetsOf>,
  given: GivenNumbers,
): ColumnFilter[] {
  const filters: ColumnFilter[] = [];
  for (const name of facetNames) {
    const chosen = name === "tag" ? livingTags(filter.tag, vocabulary) : filter[name];
    if (!chosen?.length) continue;
    const facet = facets[name];
    const codes = facet.column === "tags" ? columns.tagSets.size : columns.uses[facet.column].length;
    filters.push({ name, column: facet.column, passes: passesOf(facet, codes, chosen) });
  }
  for (const name of ["flagged", "edited"] as const) {
    const wanted = filter[name];
    if (wanted === undefined) continue;
    const passes = Uint8Array.from({ length: markCodes }, (_, code) =>
      ((code & marks[name]) !== 0) === wanted ? 1 : 0,
    );
    filters.push({ name, column: "marks", passes });
  }
  for (const measure of measureNames) {
    const from = filter[`${measure}From`];
    const to = filter[`${measure}To`];
    if (from === undefined && to === undefined) continue;
    filters.push({
      name: measure,
      measure,
      from: from ?? Number.NEGATIVE_INFINITY,
      to: to ?? Number.POSITIVE_INFINITY,
    });
  }
  for (const name of givenNames) {
    const numbers = given[name];
    if (numbers) filters.push({ name, rows: rowsOf(columns, numbers) });
  }
  return filters;
}

function rowsOf(columns: Columns, numbers: ArrayLike<number>): Uint8Array {
  const rows = new Uint8Array(columns.length);
  for (let index = 0; index < numbers.length; index++) {
    const place = columns.find(numbers[index] ?? -1);
    if (place !== -1) rows[place] = 1;
  }
  return rows;
}

function withMark(counts: Uint32Array | null, mark: number): number {
  return counts?.reduce((sum, count, code) => ((code & mark) === 0 ? sum : sum + count), 0) ?? 0;
}

/** The filter that alone keeps out most; null when no single one does. */
function tightestOf(failingOnly: ReadonlyMap<string, { rows: number }>): FacetCounts["tightest"] {
  let tightest: FacetCounts["tightest"] = null;
  for (const [filter, { rows }] of failingOnly) if (rows > (tightest?.count ?? 0)) tightest = { filter, count: rows };
  return tightest;
}
