import { countFound } from "../count-found.ts";
import type { SearchQuality } from "../estimator.ts";
import type { EmbeddingMeasurer, Found } from "./measure.ts";
import type { NearestRows } from "./nearest-rows.ts";

/** Of the nearest of an exact search at least this share is to be found. */
const recallWanted = 0.95;
/** Recall is measured on so many rows, spread evenly over the pool. */
const recallSample = 100;

/**
 * The fewest cells to look into that find 95 % of the nearest neighbours of 100 rows, compared with an exact search: doubled from a
 * sixteenth of the cells on, up to all of them. O(100 · rows · dimensions) for each try.
 */
export function chooseSearch(measurer: EmbeddingMeasurer): { probes: number; search: SearchQuality } {
  const { size } = measurer.pool;
  const cells = Math.ceil(Math.sqrt(size));
  const step = Math.max(1, Math.floor(size / recallSample));
  const sample = Array.from({ length: Math.ceil(size / step) }, (_, n) => n * step);
  const exact = measurer.searchWith(0);
  const wanted = sample.map((row) => similaritiesOf(measurer.nearestOf(row, exact)));
  for (let probes = Math.ceil(cells / 16); ; probes = Math.min(cells, probes * 2)) {
    const search = measurer.searchWith(probes);
    let hits = 0;
    let of = 0;
    for (const [at, row] of sample.entries()) {
      const found = similaritiesOf(measurer.nearestOf(row, search));
      for (const list of ["home", "all"] as const) {
        const expected = wanted[at]?.[list] ?? [];
        hits += countFound(found[list], expected);
        of += expected.length;
      }
    }
    const recall = of === 0 ? 1 : hits / of;
    if (recall >= recallWanted || probes === cells) return { probes, search: { exact: false, recall } };
  }
}

/** A copy, since the next look reuses what was found. */
function similaritiesOf({ home, all }: Found): { home: number[]; all: number[] } {
  const copy = ({ similarities, count }: NearestRows) => Array.from(similarities.subarray(0, count));
  return { home: copy(home), all: copy(all) };
}
