import type { Pool } from "pg";
import type { GivenNumbers } from "#lib/curation/columns/count-facets.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { resolveFilter, whereFilter } from "../conversation-filter.ts";
import { searchNumbers, searchTsquery } from "../search-condition.ts";
import { matchingNumbers } from "./matching-numbers.ts";

/** What the columns cannot tell, words and what a bulk act left, from the database: the numbers of the rows that pass. */
export async function givenNumbers(
  pool: Pool,
  projectId: string,
  { search, leftBy }: ConversationFilter,
): Promise<GivenNumbers> {
  const tsquery = searchTsquery(projectId, search);
  const [found, left] = await Promise.all([
    // Words of which none can be searched for narrow nothing.
    tsquery === null ? null : searchNumbers(pool, projectId, tsquery),
    leftBy === undefined
      ? null
      : resolveFilter(pool, projectId, { leftBy }).then((part) => matchingNumbers(pool, whereFilter(part))),
  ]);
  return { ...(found && { search: found }), ...(left && { leftBy: left }) };
}
