import { acceptedByCell } from "./accepted-by-cell.ts";
import type { Columns } from "./columns.ts";
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

/** Counts what waits. One pass of a few ns a row. */
export function countQueues(columns: Columns): QueueCounts {
  const { codes, names, disagreement, length } = columns;
  const topics = names.topic.size;
  const accepted = acceptedByCell(columns);
  const waiting = new Uint8Array(accepted.length);
  let pending = 0;
  let disagreeing = 0;
  for (let place = 0; place < length; place++) {
    if (((codes.marks[place] ?? 0) & 3) !== statusBits.pending) continue;
    pending += 1;
    if ((disagreement[place] ?? Number.NaN) > disagreementFrom) disagreeing += 1;
    const topic = codes.topic[place] ?? 0;
    // 0 is "no topic", which is no cell.
    if (topic !== 0) waiting[(codes.culture[place] ?? 0) * topics + topic] = 1;
  }
  let waitingCells = 0;
  let emptyCells = 0;
  for (const [cell, waits] of waiting.entries()) {
    if (waits === 0) continue;
    waitingCells += 1;
    if (accepted[cell] === 0) emptyCells += 1;
  }
  return { pending, disagreeing, waitingCells, emptyCells };
}
