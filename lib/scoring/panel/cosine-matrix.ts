import { dotWith } from "../unit-vector.ts";

/** The cosines among vectors of unit length, 1 on the diagonal. O(vectors² × dimensions). */
export function cosineMatrix(vectors: readonly Float32Array[]): number[][] {
  return vectors.map((a, i) => vectors.map((b, j) => (i === j ? 1 : Math.min(1, Math.max(-1, dotWith(a, b))))));
}
