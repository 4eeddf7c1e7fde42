import { addTo } from "../unit-vector.ts";
import { type Compared, type PoolSearch, VectorPool } from "./pool-search.ts";

/** Cells a pool is cut into: each row lies in the cell of the centre that is nearest to it. */
export interface Cells {
  /** Of unit length, one a cell. */
  centres: VectorPool;
  /** Rows of cell i are rows[starts[i]] to rows[starts[i + 1]], ascending. */
  starts: Uint32Array;
  rows: Int32Array;
}

/**
 * The rows to cut cells around: √n of them, those with the smallest hashes of their items' identifiers, in the order of rows. O(n log n).
 * @param idHigh,idLow of each row the halves of its item's `identityHash`
 */
export function cellSeeds(idHigh: Uint32Array, idLow: Uint32Array): number[] {
  return Array.from(idHigh.keys())
    .sort((a, b) => (idHigh[a] ?? 0) - (idHigh[b] ?? 0) || (idLow[a] ?? 0) - (idLow[b] ?? 0) || a - b)
    .slice(0, Math.ceil(Math.sqrt(idHigh.length)))
    .sort((a, b) => a - b);
}

/**
 * Cuts a pool into cells around `seeds` (an inverted file, Jégou, Douze & Schmid 2011), and moves the centres once to the
 * middle of their cells (one step of spherical k-means, Dhillon & Modha 2001). Without chance: the same rows and seeds give the same
 * cells. O(rows · seeds · dimensions).
 * @param seeds rows, one for each cell; see `cellSeeds`
 */
export function cutIntoCells(pool: VectorPool, seeds: readonly number[]): Cells {
  const { dimensions, size } = pool;
  const centres = new VectorPool(new Float32Array(seeds.length * dimensions), dimensions);
  for (const [cell, row] of seeds.entries()) centres.row(cell).set(pool.row(row));
  const sums = seeds.map(() => new Float64Array(dimensions));
  for (const [row, cell] of nearestCells(pool, centres).entries()) {
    const sum = sums[cell];
    if (sum !== undefined) addTo(sum, pool.row(row));
  }
  for (const [cell, sum] of sums.entries()) {
    const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0));
    if (length > 0) centres.row(cell).set(sum.map((value) => value / length));
  }
  const cellOf = nearestCells(pool, centres);
  const starts = new Uint32Array(seeds.length + 1);
  for (const cell of cellOf) starts[cell + 1] = (starts[cell + 1] ?? 0) + 1;
  for (let cell = 0; cell < seeds.length; cell++) starts[cell + 1] = (starts[cell + 1] ?? 0) + (starts[cell] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(size);
  for (let row = 0; row < size; row++) {
    const cell = cellOf[row] ?? 0;
    rows[next[cell] ?? 0] = row;
    next[cell] = (next[cell] ?? 0) + 1;
  }
  return { centres, starts, rows };
}

/** Compares with the rows of the cells whose centres are nearest. O((cells + rows of `probes` cells) · dimensions). */
export class CellSearch implements PoolSearch {
  readonly #pool: VectorPool;
  readonly #cells: Cells;
  readonly #probes: number;
  readonly #closeness: Float64Array;
  readonly #order: Uint32Array;
  readonly #compared: Compared;

  constructor(pool: VectorPool, cells: Cells, probes: number) {
    this.#pool = pool;
    this.#cells = cells;
    const count = cells.starts.length - 1;
    this.#probes = Math.min(probes, count);
    this.#closeness = new Float64Array(count);
    this.#order = new Uint32Array(count);
    this.#compared = { rows: new Int32Array(pool.size), similarities: new Float32Array(pool.size), count: 0 };
  }

  compare(vector: Float32Array): Compared {
    const compared = this.near(vector);
    const { rows, similarities, count } = compared;
    for (let at = 0; at < count; at++) similarities[at] = this.#pool.cosine(vector, rows[at] ?? 0);
    return compared;
  }

  /** The rows that would be compared, not compared yet. */
  near(vector: Float32Array): Compared {
    const { centres, starts, rows } = this.#cells;
    const closeness = this.#closeness;
    const order = this.#order;
    for (let cell = 0; cell < closeness.length; cell++) {
      closeness[cell] = centres.cosine(vector, cell);
      order[cell] = cell;
    }
    order.sort((a, b) => (closeness[b] ?? 0) - (closeness[a] ?? 0) || a - b);
    const compared = this.#compared;
    compared.count = 0;
    for (let at = 0; at < this.#probes; at++) {
      const cell = order[at] ?? 0;
      const end = starts[cell + 1] ?? 0;
      for (let place = starts[cell] ?? 0; place < end; place++) {
        compared.rows[compared.count++] = rows[place] ?? 0;
      }
    }
    return compared;
  }
}

function nearestCells(pool: VectorPool, centres: VectorPool): Uint32Array {
  return Uint32Array.from({ length: pool.size }, (_, row) => {
    const vector = pool.row(row);
    let nearest = 0;
    let best = Number.NEGATIVE_INFINITY;
    for (let cell = 0; cell < centres.size; cell++) {
      const similarity = centres.cosine(vector, cell);
      if (similarity > best) [nearest, best] = [cell, similarity];
    }
    return nearest;
  });
}
