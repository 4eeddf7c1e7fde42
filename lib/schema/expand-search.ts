import { StudioError } from "#lib/errors.ts";
import { parseSearch, searchText } from "#lib/text/search-query.ts";
import { ConversationFilter } from "./conversation-search.ts";
import { parse } from "./parse.ts";

/**
 * A filter whose `search` holds words only: what was typed as `field:value` has become part of the filter, beside the
 * choices that were there. Expanding twice changes nothing.
 * @throws StudioError `invalid` naming what in the search is not understood
 */
export function expandSearch(filter: ConversationFilter): ConversationFilter {
  const { search, ...rest } = filter;
  if (search === undefined || search.trim() === "") return rest;
  const query = parseSearch(search);
  if (query.problems.length > 0) {
    const message = query.problems.join(" ");
    throw new StudioError("invalid", `search: ${message}`, { fields: [{ field: "search", message }] });
  }
  const { flagged, edited, ...choices } = query.filter;
  // A given filter and a typed one are read by the same rules.
  const typed = parse(ConversationFilter, {
    ...choices,
    ...(flagged === undefined ? {} : { flagged }),
    ...(edited === undefined ? {} : { edited }),
  });
  const words = searchText({ terms: query.terms, filter: {} });
  return { ...rest, ...typed, ...joined(rest, typed), ...(words === "" ? {} : { search: words }) };
}

function joined(given: ConversationFilter, typed: ConversationFilter): ConversationFilter {
  const both = (first: string[] | undefined, second: string[] | undefined) =>
    first && second ? [...new Set([...first, ...second])] : (first ?? second);
  const lists = {
    status: both(given.status, typed.status),
    culture: both(given.culture, typed.culture),
    topic: both(given.topic, typed.topic),
    tag: both(given.tag, typed.tag),
    language: both(given.language, typed.language),
    method: both(given.method, typed.method),
    import: both(given.import, typed.import),
    reviewer: both(given.reviewer, typed.reviewer),
    assignee: both(given.assignee, typed.assignee),
    scored: both(given.scored, typed.scored),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined));
}
