import {
  createLoader,
  createParser,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsFloat,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { statuses } from "#lib/schema/choices.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { newestFirst, readSort, sortText } from "#lib/schema/sort-columns.ts";

const words = parseAsArrayOf(parseAsString).withDefault([]);

/** The filters of a list as they stand in the URL; the same words as the API. */
export const filterParams = {
  status: parseAsArrayOf(parseAsStringLiteral(statuses)).withDefault([]),
  culture: words,
  topic: words,
  language: words,
  representativenessFrom: parseAsFloat,
  representativenessTo: parseAsFloat,
  distinctivenessFrom: parseAsFloat,
  distinctivenessTo: parseAsFloat,
  flagged: parseAsBoolean,
};

/** A sort as the API writes it; what it does not know is let go. */
const parseAsSort = createParser({
  parse: (text: string) => {
    const sort = readSort(text);
    return sort === null ? null : sortText(sort);
  },
  serialize: (text: string) => text,
});

/** The whole state of Browse. */
export const searchParams = {
  ...filterParams,
  sort: parseAsSort.withDefault(newestFirst),
};
export type FilterState = inferParserType<typeof filterParams>;

export const loadBrowseSearch = createLoader(searchParams);

/** The state of Triage: which queue, and perhaps which conversation first. */
export const triageParams = { ...filterParams, item: parseAsString };
export const loadTriageSearch = createLoader(triageParams);

export const noFilter: FilterState = {
  status: [],
  culture: [],
  topic: [],
  language: [],
  representativenessFrom: null,
  representativenessTo: null,
  distinctivenessFrom: null,
  distinctivenessTo: null,
  flagged: null,
};

/** The filter as the API takes it: only what narrows. A bound outside [0,1], which a URL may hold, is left out. */
export function toFilter(state: FilterState): ConversationFilter {
  const filter: ConversationFilter = {};
  if (state.status.length > 0) filter.status = [...state.status];
  if (state.culture.length > 0) filter.culture = [...state.culture];
  if (state.topic.length > 0) filter.topic = [...state.topic];
  if (state.language.length > 0) filter.language = [...state.language];
  for (const bound of bounds) {
    const value = state[bound];
    if (value !== null && value >= 0 && value <= 1) filter[bound] = value;
  }
  if (state.flagged !== null) filter.flagged = state.flagged;
  return filter;
}

const bounds = ["representativenessFrom", "representativenessTo", "distinctivenessFrom", "distinctivenessTo"] as const;

/** The query string for one page of a list. */
export function toQuery(filter: ConversationFilter, further: Record<string, string>): string {
  const query = new URLSearchParams(further);
  for (const [name, value] of Object.entries(filter))
    query.set(name, Array.isArray(value) ? value.join(",") : String(value));
  return query.toString();
}

/** The query of the export page for what a list shows; a list without a filter is every status, said in so many words. */
export function exportQuery(state: FilterState): string {
  const filter = toFilter(state);
  return toQuery(Object.keys(filter).length === 0 ? { status: [...statuses] } : filter, {});
}

/** How many filters are in force; the two ends of a range are one. */
export function countFilters(state: FilterState): number {
  const lists = [state.status, state.culture, state.topic, state.language].reduce((sum, list) => sum + list.length, 0);
  const hasRange = (from: number | null, to: number | null) => (from === null && to === null ? 0 : 1);
  return (
    lists +
    hasRange(state.representativenessFrom, state.representativenessTo) +
    hasRange(state.distinctivenessFrom, state.distinctivenessTo) +
    (state.flagged === null ? 0 : 1)
  );
}
