import type { Columns } from "./columns.ts";
import { statusBits } from "./marks.ts";

/**
 * How many conversations that nobody rejected each culture has on each topic, by their ids; a conversation without a
 * topic counts under null. Pairs that no conversation has are not named. One pass of a few ns a row.
 */
export function countCoverage(columns: Columns): Map<string, Map<string | null, number>> {
  const { codes, names, length } = columns;
  const topics = names.topic.size;
  const counts = new Uint32Array(names.culture.size * topics);
  for (let place = 0; place < length; place++) {
    if (((codes.marks[place] ?? 0) & 3) === statusBits.rejected) continue;
    const cell = (codes.culture[place] ?? 0) * topics + (codes.topic[place] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const coverage = new Map<string, Map<string | null, number>>();
  counts.forEach((count, cell) => {
    const culture = names.culture.valueOf(Math.floor(cell / topics));
    if (count === 0 || culture === null) return;
    const row = coverage.get(culture) ?? new Map<string | null, number>();
    coverage.set(culture, row.set(names.topic.valueOf(cell % topics), count));
  });
  return coverage;
}
