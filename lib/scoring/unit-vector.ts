/** A vector of unit length: an embedding, or the features of a text with their weights. */
export type UnitVector = Float32Array | { dimensions: Uint16Array; weights: Float32Array };

/** The dot product with a vector written out, or a sum of such. O(entries of the vector). */
export function dotWith(vector: UnitVector, sum: Float64Array | Float32Array): number {
  let product = 0;
  if (vector instanceof Float32Array) {
    for (let i = 0; i < vector.length; i++) product += (vector[i] ?? 0) * (sum[i] ?? 0);
  } else {
    const { dimensions, weights } = vector;
    for (let i = 0; i < dimensions.length; i++) product += (weights[i] ?? 0) * (sum[dimensions[i] ?? 0] ?? 0);
  }
  return product;
}

/** Adds a vector to a sum. O(entries of the vector). */
export function addTo(sum: Float64Array, vector: UnitVector): void {
  if (vector instanceof Float32Array) {
    for (let i = 0; i < vector.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  } else {
    const { dimensions, weights } = vector;
    for (let i = 0; i < dimensions.length; i++) {
      const dimension = dimensions[i] ?? 0;
      sum[dimension] = (sum[dimension] ?? 0) + (weights[i] ?? 0);
    }
  }
}

/** The vector of the same direction and unit length; zeros stay zeros. O(dimensions). */
export function toUnit(vector: Float32Array): Float32Array<ArrayBuffer> {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const length = Math.sqrt(squares);
  return Float32Array.from(vector, (value) => (length === 0 ? 0 : value / length));
}
