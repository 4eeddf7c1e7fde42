/** The rows that one vector was compared with, ascending or not, and how similar it is to each. Reused by the next comparison. */
export interface Compared {
  rows: Int32Array;
  similarities: Float32Array;
  count: number;
}

/** Compares a vector with the rows of a pool: all of them, or those among which the nearest are likely to be. */
export interface PoolSearch {
  compare(vector: Float32Array): Compared;
}

/** Vectors of unit length, row after row. */
export class VectorPool {
  readonly vectors: Float32Array;
  readonly dimensions: number;
  readonly size: number;

  constructor(vectors: Float32Array, dimensions: number) {
    this.vectors = vectors;
    this.dimensions = dimensions;
    this.size = dimensions === 0 ? 0 : vectors.length / dimensions;
  }

  row(row: number): Float32Array {
    return this.vectors.subarray(row * this.dimensions, (row + 1) * this.dimensions);
  }

  /** The cosine with one row. The order of the sum is always the same, so the same vectors give the same number. O(dimensions). */
  cosine(vector: Float32Array, row: number): number {
    const { vectors, dimensions } = this;
    const start = row * dimensions;
    const even = dimensions - (dimensions % 4);
    let [a, b, c, d] = [0, 0, 0, 0];
    for (let i = 0; i < even; i += 4) {
      a += (vector[i] ?? 0) * (vectors[start + i] ?? 0);
      b += (vector[i + 1] ?? 0) * (vectors[start + i + 1] ?? 0);
      c += (vector[i + 2] ?? 0) * (vectors[start + i + 2] ?? 0);
      d += (vector[i + 3] ?? 0) * (vectors[start + i + 3] ?? 0);
    }
    for (let i = even; i < dimensions; i++) a += (vector[i] ?? 0) * (vectors[start + i] ?? 0);
    return a + b + (c + d);
  }
}

/** Compares with every row. O(rows · dimensions). */
export class ExactSearch implements PoolSearch {
  readonly #pool: VectorPool;
  readonly #compared: Compared;

  constructor(pool: VectorPool) {
    this.#pool = pool;
    this.#compared = {
      rows: Int32Array.from({ length: pool.size }, (_, row) => row),
      similarities: new Float32Array(pool.size),
      count: pool.size,
    };
  }

  compare(vector: Float32Array): Compared {
    const { similarities } = this.#compared;
    for (let row = 0; row < this.#pool.size; row++) similarities[row] = this.#pool.cosine(vector, row);
    return this.#compared;
  }
}
