import { featureDimensions } from "../hashed-features.ts";
import type { PackedVectors } from "../packed-vectors.ts";
import { type Likeness, toLikeness } from "./likeness.ts";

/** Likeness of sparse vectors by their cosine. One comparison costs the entries of the other vector. */
export class SparseLikeness implements Likeness {
  readonly size: number;
  readonly #vectors: PackedVectors;
  readonly #norms: Float64Array;
  readonly #dense = new Float64Array(featureDimensions);

  constructor(vectors: PackedVectors) {
    this.#vectors = vectors;
    this.size = vectors.starts.length - 1;
    this.#norms = Float64Array.from({ length: this.size }, (_, row) => this.#normOf(row));
  }

  compare(row: number, others: Int32Array, count: number, into: Float64Array): void {
    const { starts, dimensions, weights } = this.#vectors;
    const dense = this.#dense;
    const [begin, end] = [starts[row] ?? 0, starts[row + 1] ?? 0];
    for (let i = begin; i < end; i++) dense[dimensions[i] ?? 0] = weights[i] ?? 0;
    for (let at = 0; at < count; at++) {
      const other = others[at] ?? 0;
      const last = starts[other + 1] ?? 0;
      let sum = 0;
      // Whole numbers below 2^53: the order of the entries makes no difference.
      for (let i = starts[other] ?? 0; i < last; i++) sum += (dense[dimensions[i] ?? 0] ?? 0) * (weights[i] ?? 0);
      const lengths = (this.#norms[row] ?? 0) * (this.#norms[other] ?? 0);
      into[at] = toLikeness(lengths > 0 ? sum / Math.sqrt(lengths) : 0);
    }
    for (let i = begin; i < end; i++) dense[dimensions[i] ?? 0] = 0;
  }

  /** The square of a row's length. */
  #normOf(row: number): number {
    const { starts, weights } = this.#vectors;
    let squares = 0;
    for (let i = starts[row] ?? 0; i < (starts[row + 1] ?? 0); i++) squares += (weights[i] ?? 0) ** 2;
    return squares;
  }
}
