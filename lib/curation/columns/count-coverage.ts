import type { Status } from "#lib/schema/conversation.ts";
import type { Columns } from "./columns.ts";
import { statusBits } from "./marks.ts";

/** How many conversations of a culture on a topic stand how. */
export type CellCounts = Readonly<Record<Status, number>>;

/**
 * How many conversations each culture has on each topic, by their ids and status; a conversation without a topic counts under
 * null. Pairs that no conversation has are not named. One pass of a few ns a row.
 */
export function countCoverage(columns: Columns): Map<string, Map<string | null, CellCounts>> {
  const { codes, names, length } = columns;
  const topics = names.topic.size;
  const cells = names.culture.size * topics;
  // Four a cell: the two bits of the status.
  const counts = new Uint32Array(cells * 4);
  for (let place = 0; place < length; place++) {
    const cell = (codes.culture[place] ?? 0) * topics + (codes.topic[place] ?? 0);
    const at = cell * 4 + ((codes.marks[place] ?? 0) & 3);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const coverage = new Map<string, Map<string | null, CellCounts>>();
  for (let cell = 0; cell < cells; cell++) {
    const of = (status: Status) => counts[cell * 4 + statusBits[status]] ?? 0;
    const found = { pending: of("pending"), accepted: of("accepted"), rejected: of("rejected") };
    const culture = names.culture.valueOf(Math.floor(cell / topics));
    if (culture === null || found.pending + found.accepted + found.rejected === 0) continue;
    const row = coverage.get(culture) ?? new Map<string | null, CellCounts>();
    coverage.set(culture, row.set(names.topic.valueOf(cell % topics), found));
  }
  return coverage;
}
