import type { RowNeighbours } from "./nearest-of.ts";

/** How many of the neighbours of an exact search were found, of how many. */
export interface Recall {
  hits: number;
  of: number;
}

/**
 * Compares what a search found for one row with what an exact one finds: up to five neighbours at home and five abroad
 * (recall@10). A neighbour that is just as near as the one it stands for counts as found. O(neighbours²).
 */
export function neighbourRecall(found: RowNeighbours, exact: RowNeighbours): Recall {
  const missing = [...found.home, ...found.abroad].map(({ similarity }) => similarity);
  const take = (similarity: number): boolean => {
    const place = missing.indexOf(similarity);
    if (place !== -1) missing.splice(place, 1);
    return place !== -1;
  };
  const wanted = [...exact.home, ...exact.abroad];
  return { hits: wanted.filter(({ similarity }) => take(similarity)).length, of: wanted.length };
}
