import { featureDimensions } from "./hashed-features.ts";
import { type PackedVectors, packedUnit } from "./packed-vectors.ts";
import type { TextVector } from "./text-vectors.ts";

/** An inverted index: for each dimension the members that have it, with their weights. */
export interface NeighbourIndex {
  size: number;
  /** Postings of dimension d lie in [starts[d], starts[d + 1]). */
  starts: Uint32Array;
  members: Uint32Array;
  weights: Float32Array;
}

/** Indexes the first `rows` rows of each set; members are numbered through all sets in turn. O(non-zero entries). */
export function indexNeighbours(sets: readonly { vectors: PackedVectors; rows: number }[]): NeighbourIndex {
  const starts = new Uint32Array(featureDimensions + 1);
  let size = 0;
  for (const { vectors, rows } of sets) {
    const end = vectors.starts[rows] ?? 0;
    for (let i = 0; i < end; i++) {
      const next = (vectors.dimensions[i] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    size += rows;
  }
  for (let d = 0; d < featureDimensions; d++) starts[d + 1] = (starts[d + 1] ?? 0) + (starts[d] ?? 0);
  const next = starts.slice();
  const members = new Uint32Array(starts[featureDimensions] ?? 0);
  const weights = new Float32Array(members.length);
  let member = 0;
  for (const { vectors, rows } of sets) {
    for (let row = 0; row < rows; row++, member++) {
      const end = vectors.starts[row + 1] ?? 0;
      for (let i = vectors.starts[row] ?? 0; i < end; i++) {
        const dimension = vectors.dimensions[i] ?? 0;
        const at = next[dimension] ?? 0;
        members[at] = member;
        weights[at] = (vectors.weights[i] ?? 0) * packedUnit;
        next[dimension] = at + 1;
      }
    }
  }
  return { size, starts, members, weights };
}

/** Fills `into` with the cosine similarity to every member. O(postings of the vector's dimensions + members). */
export function similarities(index: NeighbourIndex, vector: TextVector, into: Float32Array): void {
  into.fill(0, 0, index.size);
  const { starts, members, weights } = index;
  for (let i = 0; i < vector.size; i++) {
    const dimension = vector.dimensions[i] ?? 0;
    const weight = vector.weights[i] ?? 0;
    const end = starts[dimension + 1] ?? 0;
    for (let at = starts[dimension] ?? 0; at < end; at++) {
      const member = members[at] ?? 0;
      into[member] = (into[member] ?? 0) + weight * (weights[at] ?? 0);
    }
  }
}

/**
 * Writes the k most similar members to `nearest`, most similar first, ties by number, and returns how many there are.
 * Negative similarities count as 0, as s = max(0, cos). `skip` leaves one member out (-1 for none). O(size · log k) at worst.
 */
export function nearestMembers(
  values: Float32Array,
  size: number,
  k: number,
  skip: number,
  nearest: Int32Array,
): number {
  let found = 0;
  for (let member = 0; member < size; member++) {
    if (member === skip) continue;
    const value = Math.max(0, values[member] ?? 0);
    if (found === k && value <= Math.max(0, values[nearest[k - 1] ?? 0] ?? 0)) continue;
    let place = found < k ? found++ : k - 1;
    while (place > 0 && value > Math.max(0, values[nearest[place - 1] ?? 0] ?? 0)) {
      nearest[place] = nearest[place - 1] ?? 0;
      place--;
    }
    nearest[place] = member;
  }
  return found;
}
