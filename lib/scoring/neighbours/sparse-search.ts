import { featureDimensions } from "../hashed-features.ts";
import { nthLargest } from "../nth-largest.ts";
import { type PackedVectors, packedUnit } from "../packed-vectors.ts";
import type { CandidateSearch } from "./likeness.ts";

/** From each culture so many rows are looked at closely. */
export interface Quotas {
  home: number;
  /** Of each other culture. */
  abroad: number;
  /** Of so many other cultures, those whose best row looks nearest; of the rest only the best row. */
  cultures: number;
}
export const usualQuotas: Quotas = { home: 60, abroad: 12, cultures: 16 };

/** The likeliest rows of one culture, likeliest first. */
interface RowList {
  rows: Int32Array;
  sums: Float32Array;
  found: number;
}

/**
 * Candidates by an inverted index in which each feature lists only the rows where it weighs most (static pruning by impact,
 * as in Carmel et al., 2001). A likeness rests on features that are heavy on both sides, so what is left out seldom decides;
 * and one search costs at most 192 · `longest`, however many rows there are. With `longest` infinite the sums are the cosines
 * themselves and the search is exact.
 */
export class SparseSearch implements CandidateSearch {
  readonly most: number;
  readonly #vectors: PackedVectors;
  readonly #cultureOf: Uint16Array;
  readonly #quotas: Quotas;
  /** Postings of dimension d lie in [starts[d], starts[d + 1]). */
  readonly #starts = new Uint32Array(featureDimensions + 1);
  readonly #rows: Uint32Array;
  readonly #weights: Float32Array;
  readonly #sums: Float32Array;
  /** Rows of culture c lie in [firsts[c], firsts[c + 1]). */
  readonly #firsts: Uint32Array;
  readonly #lists: RowList[];

  /**
   * @param cultureOf the number of each row's culture, from 0; ascending
   * @param longest rows that a feature lists at most
   */
  constructor(
    vectors: PackedVectors,
    cultureOf: Uint16Array,
    cultures: number,
    longest: number,
    quotas: Quotas = usualQuotas,
  ) {
    const size = vectors.starts.length - 1;
    this.#vectors = vectors;
    this.#cultureOf = cultureOf;
    this.#quotas = quotas;
    this.#sums = new Float32Array(size);
    this.#firsts = new Uint32Array(cultures + 1);
    for (const culture of cultureOf) this.#firsts[culture + 1] = (this.#firsts[culture + 1] ?? 0) + 1;
    for (let c = 0; c < cultures; c++) this.#firsts[c + 1] = (this.#firsts[c + 1] ?? 0) + (this.#firsts[c] ?? 0);
    this.#lists = Array.from({ length: cultures }, () => ({
      rows: new Int32Array(Math.max(quotas.home, quotas.abroad)),
      sums: new Float32Array(Math.max(quotas.home, quotas.abroad)),
      found: 0,
    }));
    this.most = quotas.home + Math.min(quotas.cultures, cultures) * quotas.abroad + cultures;
    const least = leastListed(vectors, longest);
    const listed = countListed(vectors, least, longest);
    for (let d = 0; d < featureDimensions; d++) this.#starts[d + 1] = (this.#starts[d] ?? 0) + (listed[d] ?? 0);
    this.#rows = new Uint32Array(this.#starts[featureDimensions] ?? 0);
    this.#weights = new Float32Array(this.#rows.length);
    this.#fill(least, listed);
  }

  candidates(row: number, into: Int32Array): number {
    this.#accumulate(row);
    const own = this.#cultureOf[row] ?? 0;
    this.#choose(row, own);
    let count = 0;
    const offer = (culture: number, most: number) => {
      const list = this.#lists[culture];
      for (let i = 0; i < Math.min(most, list?.found ?? 0); i++) into[count++] = list?.rows[i] ?? 0;
    };
    offer(own, this.#quotas.home);
    for (const [place, culture] of this.#nearestCultures(own).entries())
      offer(culture, place < this.#quotas.cultures ? this.#quotas.abroad : 1);
    return count;
  }

  #fill(least: Uint16Array, listed: Uint32Array): void {
    const { starts, dimensions, weights } = this.#vectors;
    const next = this.#starts.slice();
    const left = listed.slice();
    // First all that weigh more than the least that is listed, then those that weigh just as much while there is room.
    for (const onLimit of [false, true]) {
      for (let row = 0; row + 1 < starts.length; row++) {
        for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) {
          const dimension = dimensions[i] ?? 0;
          const magnitude = Math.abs(weights[i] ?? 0);
          const limit = least[dimension] ?? 0;
          if ((onLimit ? magnitude !== limit : magnitude <= limit) || (left[dimension] ?? 0) === 0) continue;
          left[dimension] = (left[dimension] ?? 0) - 1;
          const at = next[dimension] ?? 0;
          this.#rows[at] = row;
          this.#weights[at] = (weights[i] ?? 0) * packedUnit;
          next[dimension] = at + 1;
        }
      }
    }
  }

  #accumulate(row: number): void {
    const { starts, dimensions, weights } = this.#vectors;
    const sums = this.#sums;
    const listStarts = this.#starts;
    const listRows = this.#rows;
    const listWeights = this.#weights;
    sums.fill(0);
    const end = starts[row + 1] ?? 0;
    for (let i = starts[row] ?? 0; i < end; i++) {
      const dimension = dimensions[i] ?? 0;
      const weight = (weights[i] ?? 0) * packedUnit;
      const last = listStarts[dimension + 1] ?? 0;
      for (let at = listStarts[dimension] ?? 0; at < last; at++) {
        const other = listRows[at] ?? 0;
        sums[other] = (sums[other] ?? 0) + weight * (listWeights[at] ?? 0);
      }
    }
  }

  /** Puts the rows with the largest sums into the list of their culture; ties by row. */
  #choose(row: number, own: number): void {
    for (const [culture, list] of this.#lists.entries()) {
      list.found = this.#largest(
        list,
        culture === own ? this.#quotas.home : this.#quotas.abroad,
        this.#firsts[culture] ?? 0,
        this.#firsts[culture + 1] ?? 0,
        row,
      );
    }
  }

  /** The rows in [begin, end) with the largest sums above 0, but for one. */
  #largest({ rows, sums }: RowList, quota: number, begin: number, end: number, except: number): number {
    const all = this.#sums;
    let found = 0;
    let limit = 0;
    for (let row = begin; row < end; row++) {
      const sum = all[row] ?? 0;
      if (sum <= limit || row === except) continue;
      let place = found < quota ? found++ : quota - 1;
      while (place > 0 && sum > (sums[place - 1] ?? 0)) {
        sums[place] = sums[place - 1] ?? 0;
        rows[place] = rows[place - 1] ?? 0;
        place--;
      }
      sums[place] = sum;
      rows[place] = row;
      if (found === quota) limit = sums[quota - 1] ?? 0;
    }
    return found;
  }

  #nearestCultures(own: number): number[] {
    const others = this.#lists.flatMap(({ found }, culture) => (found > 0 && culture !== own ? [culture] : []));
    if (others.length <= this.#quotas.cultures) return others;
    const best = (culture: number) => this.#lists[culture]?.sums[0] ?? 0;
    return others.sort((a, b) => best(b) - best(a) || a - b);
  }
}

/** By dimension the least weight that is still listed; 0 where all are. */
function leastListed({ dimensions, weights }: PackedVectors, longest: number): Uint16Array {
  const least = new Uint16Array(featureDimensions);
  const counts = new Uint32Array(featureDimensions);
  for (const dimension of dimensions) counts[dimension] = (counts[dimension] ?? 0) + 1;
  const longer = new Map<number, { magnitudes: Float32Array; size: number }>();
  for (const [dimension, count] of counts.entries())
    if (count > longest) longer.set(dimension, { magnitudes: new Float32Array(count), size: 0 });
  for (let i = 0; i < dimensions.length; i++) {
    const list = longer.get(dimensions[i] ?? 0);
    if (list !== undefined) list.magnitudes[list.size++] = Math.abs(weights[i] ?? 0);
  }
  for (const [dimension, { magnitudes, size }] of longer) least[dimension] = nthLargest(magnitudes, size, longest);
  return least;
}

function countListed({ dimensions, weights }: PackedVectors, least: Uint16Array, longest: number): Uint32Array {
  const listed = new Uint32Array(featureDimensions);
  for (let i = 0; i < dimensions.length; i++) {
    const dimension = dimensions[i] ?? 0;
    if (Math.abs(weights[i] ?? 0) < (least[dimension] ?? 0) || (listed[dimension] ?? 0) >= longest) continue;
    listed[dimension] = (listed[dimension] ?? 0) + 1;
  }
  return listed;
}
