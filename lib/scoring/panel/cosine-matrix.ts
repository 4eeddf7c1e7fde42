/** The cosines among vectors of unit length, 1 on the diagonal. O(vectors² × dimensions). */
export function cosineMatrix(vectors: readonly Float32Array[]): number[][] {
  return vectors.map((a, i) => vectors.map((b, j) => (i === j ? 1 : dot(a, b))));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return Math.min(1, Math.max(-1, sum));
}
