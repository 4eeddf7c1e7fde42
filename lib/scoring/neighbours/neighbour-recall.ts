import { countFound } from "../count-found.ts";
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
  const wanted = similaritiesOf(exact);
  return { hits: countFound(similaritiesOf(found), wanted), of: wanted.length };
}

function similaritiesOf({ home, abroad }: RowNeighbours): number[] {
  return [...home, ...abroad].map(({ similarity }) => similarity);
}
