import { ReferenceSample } from "../reference-sample.ts";
import { everyRow } from "./every-row.ts";
import { NearestFinder, type RowNeighbours } from "./nearest-of.ts";
import { neighbourRecall, type Recall } from "./neighbour-recall.ts";
import type { NeighbourSpace } from "./space.ts";

/** Spaces up to so many rows are searched exactly. */
export const exactUpTo = 20_000;
/** Recall is measured on so many rows, those with the smallest hashes. */
const recallSample = 100;
/** Of what an exact search finds, a fast one shall find so much. */
const recallWanted = 0.95;
/** How wide the fast searches look that are tried, narrowest first. A wider one would take as long as an exact one. */
const widths = [1, 2, 4, 8];

/** Who is near one conversation. */
export interface Neighbours {
  id: string;
  home: { id: string; similarity: number }[];
  abroad: { id: string; culture: string; similarity: number }[];
  /** In how many other cultures there is a near copy, of how many there are to compare with. */
  sameIn: number;
  compared: number;
}

/** What a pass over one space finds. */
export interface FoundNeighbours {
  exact: boolean;
  /** Of a sample, against an exact search; all found where the search is exact. */
  recall: Recall;
  /** One for every row, made as it is asked for. */
  neighbours: Iterable<Neighbours>;
}

/**
 * The neighbours of every row of a space: exactly for up to 20,000 rows (quadratic), else by the narrowest of the space's
 * searches that finds 95 of 100 of what an exact one finds for a sample of 100 rows (100 · rows comparisons, and a hundred
 * searches of each width that is tried); where none does, exactly.
 *
 * @param exactRows up to so many rows are searched exactly
 */
export function findNeighbours(space: NeighbourSpace, exactRows: number = exactUpTo): FoundNeighbours {
  const fast = space.ids.length > exactRows ? narrowestThatFinds(space) : null;
  const finder = fast?.finder ?? new NearestFinder(space, space.search(Number.POSITIVE_INFINITY));
  const neighbours: Iterable<Neighbours> = {
    *[Symbol.iterator]() {
      for (const [row, id] of space.ids.entries()) yield nameNeighbours(space, id, finder.nearestOf(row));
    },
  };
  return { exact: fast === null, recall: fast?.recall ?? { hits: 0, of: 0 }, neighbours };
}

function narrowestThatFinds(space: NeighbourSpace): { finder: NearestFinder; recall: Recall } | null {
  const sample = new ReferenceSample<number>(recallSample);
  for (const [row, id] of space.ids.entries()) sample.add(id, row);
  const reference = new NearestFinder(space, everyRow(space.ids.length));
  const wanted = sample.list().map(({ value: row }) => ({ row, nearest: reference.nearestOf(row) }));
  for (const width of widths) {
    const finder = new NearestFinder(space, space.search(width));
    const recall = wanted.reduce<Recall>(
      (sum, { row, nearest }) => {
        const { hits, of } = neighbourRecall(finder.nearestOf(row), nearest);
        return { hits: sum.hits + hits, of: sum.of + of };
      },
      { hits: 0, of: 0 },
    );
    if (recall.hits >= recallWanted * recall.of) return { finder, recall };
  }
  return null;
}

/** What was found for a row, by the ids and codes of its space. */
export function nameNeighbours(space: NeighbourSpace, id: string, found: RowNeighbours): Neighbours {
  const { ids, cultures, cultureOf } = space;
  const idOf = (of: number) => ids[of] ?? "";
  return {
    id,
    home: found.home.map(({ row: of, similarity }) => ({ id: idOf(of), similarity })),
    abroad: found.abroad.map(({ row: of, similarity }) => ({
      id: idOf(of),
      culture: cultures[cultureOf[of] ?? 0] ?? "",
      similarity,
    })),
    sameIn: found.copiedIn,
    compared: cultures.length - 1,
  };
}
