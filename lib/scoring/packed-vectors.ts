import type { TextVector } from "./text-vectors.ts";

/** Many sparse vectors in three flat arrays (compressed rows). Weights are in units of 1/32767. */
export interface PackedVectors {
  /** Row i lies in [starts[i], starts[i + 1]). */
  starts: Uint32Array;
  dimensions: Uint16Array;
  weights: Int16Array;
}

/** One packed weight, as a number. */
export const packedUnit = 1 / 32767;

/** Packs vectors one after another; each is read at once, so a reused one will do. Adding costs O(entries) on average. */
export class VectorPacker {
  #starts = new Uint32Array(1024);
  #dimensions = new Uint16Array(1 << 16);
  #weights = new Int16Array(1 << 16);
  #rows = 0;
  #entries = 0;

  add({ dimensions, weights, size }: TextVector): void {
    if (this.#rows + 2 > this.#starts.length) this.#starts = grown(this.#starts, new Uint32Array(this.#rows * 2 + 2));
    const end = this.#entries + size;
    if (end > this.#weights.length) {
      const length = Math.max(end, this.#weights.length * 2);
      this.#dimensions = grown(this.#dimensions, new Uint16Array(length));
      this.#weights = grown(this.#weights, new Int16Array(length));
    }
    for (let i = 0; i < size; i++) {
      this.#dimensions[this.#entries + i] = dimensions[i] ?? 0;
      this.#weights[this.#entries + i] = Math.round((weights[i] ?? 0) / packedUnit);
    }
    this.#entries = end;
    this.#starts[++this.#rows] = end;
  }

  /** What was added so far, in arrays of just the length needed. */
  pack(): PackedVectors {
    return {
      starts: this.#starts.slice(0, this.#rows + 1),
      dimensions: this.#dimensions.slice(0, this.#entries),
      weights: this.#weights.slice(0, this.#entries),
    };
  }
}

function grown<Values extends Uint16Array | Int16Array | Uint32Array>(from: Values, into: Values): Values {
  into.set(from);
  return into;
}

/** Packs the vectors of values, each read before the next is asked for (so a reused vector will do). */
export function packVectors<T>(values: Iterable<T>, vectorOf: (value: T) => TextVector): PackedVectors {
  const packer = new VectorPacker();
  for (const value of values) packer.add(vectorOf(value));
  return packer.pack();
}
