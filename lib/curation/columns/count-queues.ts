import type { Status } from "#lib/schema/conversation.ts";
import type { Columns } from "./columns.ts";
import { cellPlaces, countCells } from "./count-cells.ts";
import { statusBits } from "./marks.ts";

/** From here on two estimators or judges are said to disagree: three tenths of the scale. */
export const disagreementFrom = 0.3;

/** What waits in the queues of a project. */
export interface QueueCounts {
  pending: number;
  /** Pending ones over which estimators or judges disagree. */
  disagreeing: number;
  /** Cells of culture × topic in which something waits, and how many of them have nothing accepted yet. */
  waitingCells: number;
  emptyCells: number;
}

/** Counts what waits. Two passes of a few ns a row. */
export function countQueues(columns: Columns): QueueCounts {
  const { codes, names, disagreement, length } = columns;
  let pending = 0;
  let disagreeing = 0;
  for (let place = 0; place < length; place++) {
    if (((codes.marks[place] ?? 0) & 3) !== statusBits.pending) continue;
    pending += 1;
    if ((disagreement[place] ?? Number.NaN) > disagreementFrom) disagreeing += 1;
  }
  const counts = countCells(columns);
  let waitingCells = 0;
  let emptyCells = 0;
  for (let cell = 0; cell < counts.length / cellPlaces; cell++) {
    const has = (status: Status) => (counts[cell * cellPlaces + statusBits[status]] ?? 0) > 0;
    // What has no topic is in no cell.
    if (names.topic.valueOf(cell % names.topic.size) === null || !has("pending")) continue;
    waitingCells += 1;
    if (!has("accepted")) emptyCells += 1;
  }
  return { pending, disagreeing, waitingCells, emptyCells };
}
