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
  const wanted = sample.map((row) => copyOf(measurer.nearestOf(row, exact)));
  for (let probes = Math.ceil(cells / 16); ; probes = Math.min(cells, probes * 2)) {
    const search = measurer.searchWith(probes);
    let hits = 0;
    let of = 0;
    for (const [at, row] of sample.entries()) {
      const found = measurer.nearestOf(row, search);
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

/** How many of the similarities wanted were found; one that is as near as the one it stands for counts. */
function countFound({ similarities, count }: NearestRows, expected: readonly number[]): number {
  const left = Array.from(similarities.subarray(0, count));
  return expected.filter((similarity) => {
    const place = left.indexOf(similarity);
    if (place !== -1) left.splice(place, 1);
    return place !== -1;
  }).length;
}

function copyOf({ home, all }: Found): { home: number[]; all: number[] } {
  const similarities = (nearest: NearestRows) => Array.from(nearest.similarities.subarray(0, nearest.count));
  return { home: similarities(home), all: similarities(all) };
}
