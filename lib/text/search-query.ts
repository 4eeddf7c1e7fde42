import { searchUnits } from "./search-units.ts";

/** One thing to find, or to be without. */
export interface SearchTerm {
  /** As typed, without quotes, sign and star. */
  text: string;
  /** Typed in quotes. */
  isPhrase: boolean;
  isExcluded: boolean;
  /** The last word may go on. */
  isStart: boolean;
}

/** What `field:value` asks for: choices of the filters of the same name, `-value` to leave out, and the two flags. */
export type SearchFilter = Partial<Record<SearchField, string[]>> & { flagged?: boolean; edited?: boolean };

/** A search box taken apart. */
export interface SearchQuery {
  terms: SearchTerm[];
  filter: SearchFilter;
  /** What could not be understood, each in a sentence for the person who typed it. */
  problems: string[];
}

/** The filters that can be typed as `field:value`. */
export const searchFields = [
  "status",
  "culture",
  "topic",
  "tag",
  "language",
  "method",
  "import",
  "reviewer",
  "assignee",
  "scored",
] as const;
export type SearchField = (typeof searchFields)[number];

/** A sign, a field, then quotes up to the next or the end, or everything up to white space. */
const piece = /(-?)(?:([A-Za-z]+):)?(?:["“„«]([^"“”„«»]*)(?:["“”„«»]|$)|(\S+))|(\S+)/gu;
/** No word of fewer letters is looked for by its start alone: too much begins so. */
const shortestStart = 2;

/**
 * Takes apart what was typed: words (all must be found), "phrases", `start*`, `-without`, and `field:value`. Never throws;
 * what it does not understand is among the problems and is not searched. Fit for browsers. O(length).
 * @example parseSearch('tea "green leaf" -milk culture:jp') // terms tea, green leaf, without milk; filter { culture: ["jp"] }
 */
export function parseSearch(text: string): SearchQuery {
  const query: SearchQuery = { terms: [], filter: {}, problems: [] };
  for (const [whole, sign = "", field, inQuotes, bare] of text.matchAll(piece)) {
    const isExcluded = sign === "-";
    const value = inQuotes ?? bare;
    if (field !== undefined && value !== undefined) addField(query, field, value, isExcluded);
    else addTerm(query, value ?? whole, inQuotes !== undefined, isExcluded);
  }
  return query;
}

function addField(query: SearchQuery, typed: string, value: string, isExcluded: boolean): void {
  const name = typed.toLowerCase();
  if (name === "is") {
    addFlag(query, value, isExcluded);
    return;
  }
  const field = searchFields.find((known) => known === name);
  if (field === undefined) {
    query.problems.push(
      `“${typed}:” is no filter. Filters are ${[...searchFields, "is"].join(", ")}; in quotes, “${typed}:${value}” is searched as text.`,
    );
    return;
  }
  const choices = value.split(",").filter((choice) => choice !== "");
  if (choices.length === 0) query.problems.push(`“${typed}:” is given no value.`);
  for (const choice of choices) {
    const isOut = isExcluded !== choice.startsWith("-");
    const bare = choice
      .replace(/["“”„«»\s]+/gu, " ")
      .trim()
      .replace(/^-[-\s]*/u, "");
    const entry = isOut ? `-${bare}` : bare;
    const list = query.filter[field] ?? [];
    if (bare !== "" && !list.includes(entry)) query.filter[field] = [...list, entry];
  }
}

function addFlag(query: SearchQuery, value: string, isExcluded: boolean): void {
  const flag = value.toLowerCase();
  if (flag === "flagged" || flag === "edited") query.filter[flag] = !isExcluded;
  else query.problems.push(`“is:${value}” is unknown. Use is:flagged or is:edited.`);
}

function addTerm(query: SearchQuery, typed: string, isPhrase: boolean, isExcluded: boolean): void {
  const isStart = !isPhrase && /[^*]\*+$/u.test(typed);
  const text = (isStart ? typed.replace(/\*+$/u, "") : typed).replace(/\s+/gu, " ").trim();
  const units = searchUnits(text);
  const last = units.at(-1);
  if (!last) {
    if (text !== "") query.problems.push(`“${typed}” has no letter or digit to search for.`);
    return;
  }
  if (isStart && units.length === 1 && !last.isCharacter && Array.from(last.loose).length < shortestStart) {
    query.problems.push(`“${typed}” is too short: give at least ${shortestStart} letters before the star.`);
    return;
  }
  const term = { text, isPhrase, isExcluded, isStart };
  const isThere = query.terms.some((other) => JSON.stringify(other) === JSON.stringify(term));
  if (!isThere) query.terms.push(term);
}

/** The text of a query, which `parseSearch` takes apart into the same again. */
export function searchText({ terms, filter }: Pick<SearchQuery, "terms" | "filter">): string {
  const words = terms.map(({ text, isPhrase, isExcluded, isStart }) => {
    const isPlain = !isPhrase && !/\s/u.test(text);
    return `${isExcluded ? "-" : ""}${isPlain ? text : `"${text}"`}${isStart ? "*" : ""}`;
  });
  const fields = searchFields.flatMap((field) =>
    (filter[field] ?? []).map((choice) => {
      const bare = choice.replace(/^-/, "");
      return `${choice.startsWith("-") ? "-" : ""}${field}:${/\s/u.test(bare) ? `"${bare}"` : bare}`;
    }),
  );
  const flags = (["flagged", "edited"] as const).flatMap((flag) =>
    filter[flag] === undefined ? [] : [`${filter[flag] ? "" : "-"}is:${flag}`],
  );
  return [...words, ...fields, ...flags].join(" ");
}

/**
 * What to search while somebody is still typing: the last bare word, if nothing follows it and it has three letters, may go
 * on. The address and the server only ever see the star.
 */
export function asTyped(text: string): string {
  const last = /(?:^|\s)-?([^\s"“”„«»:*]+)$/u.exec(text)?.[1];
  if (last === undefined) return text;
  const unit = searchUnits(last).at(-1);
  const isInQuotes = (text.match(/["“”„«»]/gu) ?? []).length % 2 === 1;
  return unit && !isInQuotes && !unit.isCharacter && Array.from(unit.loose).length >= 3 ? `${text}*` : text;
}
