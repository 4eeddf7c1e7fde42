import { nearCopy } from "../near-copy.ts";
import type { CandidateSearch } from "./likeness.ts";
import type { NeighbourSpace } from "./space.ts";

/** So many neighbours are kept at home, and so many abroad, of as many cultures. */
export const neighboursKept = 5;

export interface Near {
  row: number;
  similarity: number;
}

/** What is near one row. */
export interface RowNeighbours {
  /** The nearest of its own culture, nearest first. */
  home: Near[];
  /** The nearest of each other culture, nearest first. */
  abroad: Near[];
  /** In how many other cultures there is a near copy. */
  copiedIn: number;
}

/**
 * The nearest neighbours of rows. Candidates are compared exactly, so a search that misses some makes a list poorer but no
 * similarity wrong. What has nothing in common is no neighbour. Ties go to the row that comes first.
 */
export class NearestFinder {
  readonly #space: NeighbourSpace;
  readonly #search: CandidateSearch;
  readonly #rows: Int32Array;
  readonly #similarities: Float64Array;

  constructor(space: NeighbourSpace, search: CandidateSearch) {
    this.#space = space;
    this.#search = search;
    this.#rows = new Int32Array(search.most);
    this.#similarities = new Float64Array(search.most);
  }

  /** O(search + candidates · entries). */
  nearestOf(row: number): RowNeighbours {
    const { cultureOf, likeness } = this.#space;
    const count = this.#search.candidates(row, this.#rows);
    likeness.compare(row, this.#rows, count, this.#similarities);
    const own = cultureOf[row] ?? 0;
    const home: Near[] = [];
    const best = new Map<number, Near>();
    for (let at = 0; at < count; at++) {
      const near: Near = { row: this.#rows[at] ?? 0, similarity: this.#similarities[at] ?? 0 };
      if (near.similarity <= 0) continue;
      const culture = cultureOf[near.row] ?? 0;
      if (culture === own) insert(home, near);
      else {
        const known = best.get(culture);
        if (known === undefined || isBefore(near, known)) best.set(culture, near);
      }
    }
    const foreign = [...best.values()];
    const abroad: Near[] = [];
    for (const near of foreign) insert(abroad, near);
    return { home, abroad, copiedIn: foreign.filter(({ similarity }) => similarity >= nearCopy).length };
  }
}

function isBefore(a: Near, b: Near): boolean {
  return a.similarity > b.similarity || (a.similarity === b.similarity && a.row < b.row);
}

function insert(list: Near[], near: Near): void {
  const last = list[neighboursKept - 1];
  if (last !== undefined && !isBefore(near, last)) return;
  const place = list.findIndex((other) => isBefore(near, other));
  list.splice(place === -1 ? list.length : place, 0, near);
  if (list.length > neighboursKept) list.pop();
}
