import type { Status } from "#lib/schema/conversation.ts";
import type { Columns } from "./columns.ts";
import { cellPlaces, countCells } from "./count-cells.ts";
import { statusBits } from "./marks.ts";

/** How many conversations of a culture on a topic stand how. */
export type CellCounts = Readonly<Record<Status, number>>;

/**
 * How many conversations each culture has on each topic, by their ids and status; a conversation without a topic counts under
 * null. Pairs that no conversation has are not named. One pass of a few ns a row.
 */
export function countCoverage(columns: Columns): Map<string, Map<string | null, CellCounts>> {
  const { names } = columns;
  const topics = names.topic.size;
  const counts = countCells(columns);
  const coverage = new Map<string, Map<string | null, CellCounts>>();
  for (let cell = 0; cell < counts.length / cellPlaces; cell++) {
    const of = (status: Status) => counts[cell * cellPlaces + statusBits[status]] ?? 0;
    const found = { pending: of("pending"), accepted: of("accepted"), rejected: of("rejected") };
    const culture = names.culture.valueOf(Math.floor(cell / topics));
    if (culture === null || found.pending + found.accepted + found.rejected === 0) continue;
    const row = coverage.get(culture) ?? new Map<string | null, CellCounts>();
    coverage.set(culture, row.set(names.topic.valueOf(cell % topics), found));
  }
  return coverage;
}
