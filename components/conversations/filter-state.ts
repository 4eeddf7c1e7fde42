import { facetNames, measureNames, oneOf, statuses } from "#lib/schema/choices.ts";
import type { ConversationFilter, FacetName } from "#lib/schema/conversation-search.ts";

export const boundNames = [
  "representativenessFrom",
  "representativenessTo",
  "distinctivenessFrom",
  "distinctivenessTo",
] as const;

/** What narrows a list, as the page holds it: `-value` in a list of choices leaves that value out. */
export interface FilterState
  extends Readonly<Record<FacetName, readonly string[]>>,
    Readonly<Record<(typeof boundNames)[number], number | null>> {
  readonly flagged: boolean | null;
  readonly edited: boolean | null;
  readonly search: string;
  /** A bulk act that left rows alone: only those. */
  readonly leftBy: string | null;
  /** A run: only what it made. */
  readonly run: string | null;
  /** The same is said in at least so many other cultures. */
  readonly sameIn: number | null;
  /** At least so alike to a copy in its culture; or to one that is to be kept rather than it. */
  readonly nearCopy: number | null;
  readonly spareCopy: number | null;
}

export const noFilter: FilterState = {
  status: [],
  culture: [],
  topic: [],
  tag: [],
  language: [],
  method: [],
  import: [],
  reviewer: [],
  assignee: [],
  scored: [],
  representativenessFrom: null,
  representativenessTo: null,
  distinctivenessFrom: null,
  distinctivenessTo: null,
  flagged: null,
  edited: null,
  search: "",
  leftBy: null,
  run: null,
  sameIn: null,
  nearCopy: null,
  spareCopy: null,
};

/** What is asked of a conversation's neighbours. */
export const nearNames = ["sameIn", "nearCopy", "spareCopy"] as const;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const mostChoices = 100;
const longestSearch = 300;

/** Whether the API would take a choice; what it would not take is let go, so that an old or mistyped address still opens. */
const isChoice: Readonly<Record<FacetName, (value: string) => boolean>> = {
  status: (value) => oneOf(statuses, value) !== null,
  culture: (value) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length >= 2 && value.length <= 40,
  topic: (value) => value.length <= 80,
  tag: (value) => value.length <= 128,
  language: (value) => /^[a-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(value) && value.length <= 35,
  method: (value) => value.length <= 40,
  import: (value) => value.length <= 36,
  reviewer: (value) => value === "nobody" || uuid.test(value),
  assignee: (value) => value === "nobody" || uuid.test(value),
  scored: (value) => oneOf(measureNames, value) !== null,
};

/** Reads the filters of an address. Unknown names and values that the API would refuse are let go. */
export function parseFilter(query: URLSearchParams): FilterState {
  const choices = Object.fromEntries(facetNames.map((name) => [name, parseChoices(name, query.get(name))]));
  const bounds = Object.fromEntries(boundNames.map((name) => [name, parseBound(query.get(name))]));
  const idOf = (name: string) => uuid.exec(query.get(name) ?? "")?.[0] ?? null;
  return {
    ...noFilter,
    ...choices,
    ...bounds,
    flagged: parseFlag(query.get("flagged")),
    edited: parseFlag(query.get("edited")),
    search: (query.get("search") ?? "").trim().slice(0, longestSearch).trim().toWellFormed(),
    leftBy: idOf("leftBy"),
    run: idOf("run"),
    sameIn: parseCount(query.get("sameIn")),
    nearCopy: parseLikeness(query.get("nearCopy")),
    spareCopy: parseLikeness(query.get("spareCopy")),
  };
}

function parseChoices(name: FacetName, text: string | null): string[] {
  const given = (text ?? "").split(",").filter((choice) => isChoice[name](bare(choice)) && bare(choice) !== "");
  return [...new Map(given.map((choice) => [bare(choice), choice])).values()].slice(0, mostChoices);
}

function parseBound(text: string | null): number | null {
  if (text === null || text.trim() === "") return null;
  const value = Number(text);
  return value >= 0 && value <= 1 ? value : null;
}

function parseCount(text: string | null): number | null {
  const value = Number(text ?? "");
  return Number.isInteger(value) && value >= 1 && value <= 1000 ? value : null;
}

function parseLikeness(text: string | null): number | null {
  const value = parseBound(text);
  return value !== null && value >= 0.5 ? value : null;
}

function parseFlag(text: string | null): boolean | null {
  if (text === "true") return true;
  return text === "false" ? false : null;
}

/** A choice without the sign that leaves it out. */
export function bare(choice: string): string {
  return choice.startsWith("-") ? choice.slice(1) : choice;
}

/** Only what narrows, in the words of the API. */
export function toFilter(state: FilterState): ConversationFilter {
  const filter: Record<string, unknown> = {};
  for (const name of facetNames) if (state[name].length > 0) filter[name] = [...state[name]];
  for (const name of boundNames) if (state[name] !== null) filter[name] = state[name];
  if (state.flagged !== null) filter.flagged = state.flagged;
  if (state.edited !== null) filter.edited = state.edited;
  if (state.search !== "") filter.search = state.search;
  if (state.leftBy !== null) filter.leftBy = state.leftBy;
  if (state.run !== null) filter.run = state.run;
  for (const name of nearNames) if (state[name] !== null) filter[name] = state[name];
  return filter;
}

/** The filter as a query string; commas between choices, which no choice contains, stay readable. */
export function filterQuery(state: FilterState): string {
  return Object.entries(toFilter(state))
    .map(([name, value]) => `${name}=${(Array.isArray(value) ? value : [value]).map(encodePart).join(",")}`)
    .join("&");
}

function encodePart(value: unknown): string {
  return encodeURIComponent(String(value)).replaceAll("%20", "+").replaceAll("%3A", ":").replaceAll("%2F", "/");
}

/** How many filters are in force; the two ends of a range are one. */
export function countFilters(state: FilterState): number {
  const ranges = measureNames.filter((measure) => state[`${measure}From`] !== null || state[`${measure}To`] !== null);
  const single = [
    state.flagged !== null,
    state.edited !== null,
    state.search !== "",
    state.leftBy !== null,
    state.run !== null,
    ...nearNames.map((name) => state[name] !== null),
  ];
  return (
    facetNames.reduce((sum, name) => sum + state[name].length, 0) +
    ranges.length +
    single.filter((given) => given).length
  );
}
