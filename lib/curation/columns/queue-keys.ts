import type { QueueOrder } from "#lib/schema/queue-order.ts";
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
      const seed = seedOf(person);
      return (place) => mixed((columns.numbers[place] ?? 0) ^ seed);
    }
  }
}

function numberOrLast(value: number): number {
  return Number.isNaN(value) ? last : value;
}

/** FNV-1a over the UTF-16 code units. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** The finaliser of murmur3: neighbouring numbers land far apart. */
function mixed(value: number): number {
  let hash = value ^ (value >>> 16);
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
