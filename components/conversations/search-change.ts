import { facetNames } from "#lib/schema/choices.ts";
import { parseSearch, searchText } from "#lib/text/search-query.ts";
import { without } from "./choices.ts";
import { bare, type FilterState } from "./filter-state.ts";

/** What is typed, as a change of the filters in force, or why it is not understood. */
export function readTyped(filter: FilterState, typed: string): { change: Partial<FilterState>; problems: string[] } {
  return { change: changeOf(filter, typed), problems: parseSearch(typed).problems };
}

/** What is typed, joined to the filters in force. */
export function changeOf(filter: FilterState, typed: string): Partial<FilterState> {
  const asked = parseSearch(`${filter.search} ${typed}`);
  const change: { -readonly [Name in keyof FilterState]?: FilterState[Name] } = {
    search: searchText({ terms: asked.terms, filter: {} }).slice(0, 300),
  };
  for (const name of facetNames) {
    const more = asked.filter[name];
    // What is typed last counts: a choice once left out is shown again.
    if (more !== undefined)
      change[name] = [...more.reduce((chosen, choice) => without(chosen, bare(choice)), [...filter[name]]), ...more];
  }
  if (asked.filter.flagged !== undefined) change.flagged = asked.filter.flagged;
  if (asked.filter.edited !== undefined) change.edited = asked.filter.edited;
  return change;
}
