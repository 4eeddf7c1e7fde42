import type { Compared, PoolSearch, VectorPool } from "./pool-search.ts";

/** Cells a pool is cut into: each row lies in the cell of the centre that is nearest to it. */
export interface Cells {
  /** Centre after centre, of unit length. */
  centres: Float32Array;
  /** Rows of cell i are rows[starts[i]] to rows[starts[i + 1]], ascending. */
  starts: Uint32Array;
  rows: Int32Array;
}

/**
 * Cuts a pool into √n cells around `seeds` (an inverted file, Jégou, Douze & Schmid 2011), and moves the centres once to the
 * middle of their cells (one step of spherical k-means, Dhillon & Modha 2001). Without chance: the same rows and seeds give the same
 * cells. O(rows · seeds · dimensions).
 * @param seeds rows, one for each cell
 */
export function cutIntoCells(pool: VectorPool, seeds: readonly number[]): Cells {
  const { dimensions, size } = pool;
  const centres = new Float32Array(seeds.length * dimensions);
  for (const [cell, row] of seeds.entries()) centres.set(pool.row(row), cell * dimensions);
  const first = nearestCells(pool, centres);
  const sums = new Float64Array(centres.length);
  for (let row = 0; row < size; row++) {
    const start = (first[row] ?? 0) * dimensions;
    const vector = pool.row(row);
    for (let i = 0; i < dimensions; i++) sums[start + i] = (sums[start + i] ?? 0) + (vector[i] ?? 0);
  }
  for (let cell = 0; cell < seeds.length; cell++) {
    const sum = sums.subarray(cell * dimensions, (cell + 1) * dimensions);
    const length = Math.sqrt(sum.reduce((squares, value) => squares + value * value, 0));
    if (length > 0)
      centres.set(
        sum.map((value) => value / length),
        cell * dimensions,
      );
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
      closeness[cell] = dot(vector, centres, cell * vector.length);
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

function nearestCells(pool: VectorPool, centres: Float32Array): Uint32Array {
  const { dimensions, size } = pool;
  const count = centres.length / dimensions;
  return Uint32Array.from({ length: size }, (_, row) => {
    const vector = pool.row(row);
    let nearest = 0;
    let best = Number.NEGATIVE_INFINITY;
    for (let cell = 0; cell < count; cell++) {
      const similarity = dot(vector, centres, cell * dimensions);
      if (similarity > best) [nearest, best] = [cell, similarity];
    }
    return nearest;
  });
}

function dot(vector: Float32Array, centres: Float32Array, start: number): number {
  let [a, b] = [0, 0];
  const even = vector.length - (vector.length % 2);
  for (let i = 0; i < even; i += 2) {
    a += (vector[i] ?? 0) * (centres[start + i] ?? 0);
    b += (vector[i + 1] ?? 0) * (centres[start + i + 1] ?? 0);
  }
  if (even < vector.length) a += (vector[even] ?? 0) * (centres[start + even] ?? 0);
  return a + b;
}
