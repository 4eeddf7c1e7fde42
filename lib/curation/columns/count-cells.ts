import type { Columns } from "./columns.ts";

/** A cell has a place for each value of the two bits of a status. */
export const cellPlaces = 4;

/**
 * How many conversations each cell of culture × topic holds, by status: at `(culture code × number of topic codes + topic
 * code) × 4 + bits of the status`. Topic code 0 is "no topic". One pass of a few ns a row.
 */
export function countCells({ codes, names, length }: Columns): Uint32Array {
  const topics = names.topic.size;
  const counts = new Uint32Array(names.culture.size * topics * cellPlaces);
  for (let place = 0; place < length; place++) {
    const cell = (codes.culture[place] ?? 0) * topics + (codes.topic[place] ?? 0);
    const at = cell * cellPlaces + ((codes.marks[place] ?? 0) & 3);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return counts;
}
