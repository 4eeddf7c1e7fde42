import type { Pool } from "pg";
import type { GivenNumbers } from "#lib/curation/columns/count-facets.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { resolveFilter, whereFilter } from "../conversation-filter.ts";
import { searchNumbers, searchTsquery } from "../search-condition.ts";
import { matchingNumbers } from "./matching-numbers.ts";
import { untold } from "./resolved-filters.ts";

/** What the columns cannot tell, such as words and what a bulk act left, from the database: the numbers of the rows that pass. */
export async function givenNumbers(pool: Pool, projectId: string, filter: ConversationFilter): Promise<GivenNumbers> {
  const tsquery = searchTsquery(projectId, filter.search);
  const ofPart = async (name: (typeof untold)[number]) => {
    const part = await resolveFilter(pool, projectId, { [name]: filter[name] });
    return [name, await matchingNumbers(pool, whereFilter(part))] as const;
  };
  const [found, ...parts] = await Promise.all([
    // Words of which none can be searched for narrow nothing.
    tsquery === null ? null : searchNumbers(pool, projectId, tsquery),
    ...untold.filter((name) => filter[name] !== undefined).map(ofPart),
  ]);
  return { ...(found && { search: found }), ...Object.fromEntries(parts) };
}
