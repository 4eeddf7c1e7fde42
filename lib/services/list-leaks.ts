import { z } from "zod";
import { resolveFilter } from "#lib/db/conversation-filter.ts";
import { countLeaks, countMatching, type LeakRecord, listLeakRows } from "#lib/db/leak-rows.ts";
import { readNearConversations } from "#lib/db/near-conversations.ts";
import { withSimilarity } from "#lib/db/read-neighbours.ts";
import { type Leak, LeakPage, LeakSearch } from "#lib/schema/leak.ts";
import { defineProjectRead } from "./define.ts";
import { readNeighbourPass } from "./neighbour-pass.ts";

/**
 * What is said in other cultures too, or more than once in one, each beside what it is near to, a page at a time. One index
 * scan and one look-up of the texts; the first page also counts.
 */
export const listLeaks = defineProjectRead(
  {
    action: "conversation.list",
    summary: "List conversations that other cultures share, or that have near copies",
    Input: z.strictObject({ project: z.string(), ...LeakSearch.shape }),
    Output: LeakPage,
  },
  async ({ world, project }, { project: _slug, ...search }) => {
    const { kind, culture, topic, status, from, cursor } = search;
    const filter = { ...(culture && { culture }), ...(topic && { topic }), ...(status && { status }) };
    const resolved = await resolveFilter(world.pool, project.id, filter);
    const spareOnes =
      kind === "copies" ? await resolveFilter(world.pool, project.id, { ...filter, spareCopy: from }) : null;
    const isFirst = cursor === undefined;
    const [page, pass, total, spare] = await Promise.all([
      listLeakRows(world.pool, resolved, search),
      readNeighbourPass(world, project.id),
      isFirst ? countLeaks(world.pool, resolved, search) : null,
      isFirst && spareOnes !== null ? countMatching(world.pool, spareOnes) : null,
    ]);
    const nearOf = ({ home, abroad }: LeakRecord): { id: string; similarity: number }[] =>
      kind === "leaks" ? abroad : home.filter(({ similarity }) => similarity >= from);
    const ids = page.rows.flatMap((row) => [row.id, ...nearOf(row).map((near) => near.id)]);
    const read = await readNearConversations(world.pool, project.id, ids);
    const rows = page.rows.flatMap((row): Leak[] => {
      const own = read.get(row.id);
      const near = withSimilarity(nearOf(row), read);
      return own === undefined ? [] : [{ ...own, sameIn: row.same_in, compared: row.compared, near }];
    });
    return { rows, next: page.next, pass, total, spare };
  },
);
