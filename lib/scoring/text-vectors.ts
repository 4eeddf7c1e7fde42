import { clearFeatures, countFeatures, createFeatureCounts, featureDimensions } from "./hashed-features.ts";
import { nthLargest } from "./nth-largest.ts";
import type { WordTokens } from "./word-tokens.ts";

/** A vector keeps its heaviest features only: common ones weigh little, and this bounds time and memory. */
export const vectorFeatures = 192;

/** A sparse vector of unit length (or empty). The arrays are reused: only the first `size` entries hold. */
export interface TextVector {
  dimensions: Uint16Array;
  weights: Float32Array;
  size: number;
}

/** How many texts of a language hold each feature. */
export interface DocumentFrequencies {
  documents: number;
  byDimension: Uint32Array;
}

/** No texts yet. */
export function createDocumentFrequencies(): DocumentFrequencies {
  return { documents: 0, byDimension: new Uint32Array(featureDimensions) };
}

/** Smoothed inverse document frequency by dimension: 1 + ln((1 + documents) / (1 + documents that hold it)). */
export function inverseDocumentFrequency(frequencies: DocumentFrequencies): Float32Array {
  const { documents, byDimension } = frequencies;
  return Float32Array.from(byDimension, (count) => 1 + Math.log((1 + documents) / (1 + count)));
}

const features = createFeatureCounts();
const dense = new Float32Array(featureDimensions);
const present = new Uint8Array(featureDimensions);
const order = new Uint16Array(featureDimensions);
const magnitudes = new Float32Array(featureDimensions);

/** Counts each feature of the parts of one text once. */
export function countDocument(parts: readonly WordTokens[], frequencies: DocumentFrequencies): void {
  for (const part of parts) countFeatures(part, features);
  for (let i = 0; i < features.size; i++) {
    const dimension = features.touched[i] ?? 0;
    frequencies.byDimension[dimension] = (frequencies.byDimension[dimension] ?? 0) + 1;
  }
  frequencies.documents++;
  clearFeatures(features);
}

/** An empty vector to fill again and again. */
export function createTextVector(): TextVector {
  return { dimensions: new Uint16Array(vectorFeatures), weights: new Float32Array(vectorFeatures), size: 0 };
}

/**
 * The unit-length tf-idf vector of a text made of weighted parts (such as answer 0.7 and question 0.3): in each part
 * (1 + ln tf) · idf scaled to length 1, then the weighted sum, cut to its 192 heaviest features, scaled to length 1.
 * Empty when the parts have no words. O(length).
 */
export function readTextVector(
  parts: readonly { tokens: WordTokens; weight: number }[],
  idf: Float32Array,
  into: TextVector,
): void {
  let size = 0;
  for (const { tokens, weight } of parts) {
    countFeatures(tokens, features);
    let squares = 0;
    for (let i = 0; i < features.size; i++) {
      const value = tfIdf(features.touched[i] ?? 0, idf);
      squares += value * value;
    }
    const scale = squares > 0 ? weight / Math.sqrt(squares) : 0;
    for (let i = 0; i < features.size; i++) {
      const dimension = features.touched[i] ?? 0;
      if (present[dimension] === 0) {
        present[dimension] = 1;
        order[size++] = dimension;
      }
      dense[dimension] = (dense[dimension] ?? 0) + tfIdf(dimension, idf) * scale;
    }
    clearFeatures(features);
  }
  keepHeaviest(size, into);
  for (let i = 0; i < size; i++) {
    const dimension = order[i] ?? 0;
    dense[dimension] = 0;
    present[dimension] = 0;
  }
}

function tfIdf(dimension: number, idf: Float32Array): number {
  const count = features.counts[dimension] ?? 0;
  if (count === 0) return 0;
  const value = (1 + Math.log(Math.abs(count))) * (idf[dimension] ?? 0);
  return count > 0 ? value : -value;
}

function keepHeaviest(size: number, into: TextVector): void {
  let least = 0;
  if (size > vectorFeatures) {
    for (let i = 0; i < size; i++) magnitudes[i] = Math.abs(dense[order[i] ?? 0] ?? 0);
    least = nthLargest(magnitudes, size, vectorFeatures);
  }
  let kept = 0;
  let squares = 0;
  // First all that are heavier than the limit, then those exactly on it, in order of appearance.
  for (const onLimit of [false, true]) {
    for (let i = 0; i < size && kept < vectorFeatures; i++) {
      const dimension = order[i] ?? 0;
      const weight = dense[dimension] ?? 0;
      const magnitude = Math.abs(weight);
      if (magnitude === 0 || (onLimit ? magnitude !== least : magnitude <= least)) continue;
      into.dimensions[kept] = dimension;
      into.weights[kept] = weight;
      kept++;
      squares += weight * weight;
    }
  }
  const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
  for (let i = 0; i < kept; i++) into.weights[i] = (into.weights[i] ?? 0) * scale;
  into.size = kept;
}
