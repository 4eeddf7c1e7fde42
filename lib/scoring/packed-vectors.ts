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

/** Packs the vectors of values, each read before the next is asked for (so a reused vector will do). */
export function packVectors<T>(values: Iterable<T>, vectorOf: (value: T) => TextVector): PackedVectors {
  const starts = [0];
  const dimensions: number[] = [];
  const weights: number[] = [];
  for (const value of values) {
    const vector = vectorOf(value);
    for (let i = 0; i < vector.size; i++) {
      dimensions.push(vector.dimensions[i] ?? 0);
      weights.push(Math.round((vector.weights[i] ?? 0) / packedUnit));
    }
    starts.push(dimensions.length);
  }
  return {
    starts: Uint32Array.from(starts),
    dimensions: Uint16Array.from(dimensions),
    weights: Int16Array.from(weights),
  };
}
