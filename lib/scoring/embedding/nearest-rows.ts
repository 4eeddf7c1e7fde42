import type { Compared } from "./pool-search.ts";

/** The nearest rows, nearest first. Reused by the next look. */
export interface NearestRows {
  rows: Int32Array;
  /** max(0, cos) of each. */
  similarities: Float32Array;
  count: number;
}

/** Room for the k nearest. */
export function createNearestRows(k: number): NearestRows {
  return { rows: new Int32Array(k), similarities: new Float32Array(k), count: 0 };
}

/**
 * Finds the nearest of the rows compared that lie in [first, end), as many as there is room for; ties go to the lower row. `skip` leaves
 * one out (-1 for none), `allowed` those of cultures that are not compared. O(compared · log k) at worst.
 */
export function findNearestRows(
  { rows, similarities, count }: Compared,
  nearest: NearestRows,
  { first, end, skip, allowed }: { first: number; end: number; skip: number; allowed?: Uint8Array },
): void {
  const room = nearest.rows.length;
  nearest.count = 0;
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at++) {
    const row = rows[at] ?? 0;
    if (row < first || row >= end || row === skip || allowed?.[row] === 0) continue;
    const value = similarities[at] ?? 0;
    const similarity = Math.max(0, value);
    if (nearest.count === room && similarity < least) continue;
    insert(nearest, row, similarity);
    if (nearest.count === room) least = nearest.similarities[room - 1] ?? 0;
  }
}

function insert(nearest: NearestRows, row: number, similarity: number): void {
  const { rows, similarities } = nearest;
  const isBefore = (place: number) => {
    const other = similarities[place] ?? 0;
    return similarity > other || (similarity === other && row < (rows[place] ?? 0));
  };
  let place = nearest.count;
  if (place === rows.length) {
    if (!isBefore(place - 1)) return;
    place--;
  } else nearest.count++;
  while (place > 0 && isBefore(place - 1)) {
    rows[place] = rows[place - 1] ?? 0;
    similarities[place] = similarities[place - 1] ?? 0;
    place--;
  }
  rows[place] = row;
  similarities[place] = similarity;
}
