import type { QueueOrder } from "#lib/schema/queue-order.ts";
import { fnv1a32, mixBits } from "#lib/text/hash.ts";
import type { Columns } from "./columns.ts";
import { cellPlaces, countCells } from "./count-cells.ts";
import { statusBits } from "./marks.ts";

/** Comes after everything that has a place in the order. Unlike infinity, it can be told from a value that is not there. */
const last = Number.MAX_VALUE;

/**
 * What stands behind the order of a queue: a number for each place, the least first. What the order says nothing of, such as
 * a conversation without a score, comes last, so that no order hides anything.
 *
 * @param person whose queue it is: `random` gives each person an order of their own, always the same
 */
export function queueKeys(columns: Columns, order: QueueOrder, person: string): (place: number) => number {
  switch (order.by) {
    case "oldest":
      return () => 0;
    case "near": {
      const scores = columns[order.measure];
      return (place) => numberOrLast(Math.abs((scores[place] ?? Number.NaN) - order.value));
    }
    case "disagreement":
      return (place) => numberOrLast(-(columns.disagreement[place] ?? Number.NaN));
    case "thin": {
      const counts = countCells(columns);
      const { culture, topic } = columns.codes;
      const topics = columns.names.topic.size;
      return (place) => {
        const code = topic[place] ?? 0;
        if (columns.names.topic.valueOf(code) === null) return last;
        const cell = (culture[place] ?? 0) * topics + code;
        return counts[cell * cellPlaces + statusBits.accepted] ?? 0;
      };
    }
    case "random": {
      const seed = fnv1a32(person);
      return (place) => mixBits((columns.numbers[place] ?? 0) ^ seed);
    }
  }
}

function numberOrLast(value: number): number {
  return Number.isNaN(value) ? last : value;
}
