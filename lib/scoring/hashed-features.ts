import type { WordTokens } from "./word-tokens.ts";

/** Hashed features live in 2^15 dimensions. */
export const featureDimensions = 1 << 15;

/** Signed feature counts of one text. Reused from text to text: clear before the next. */
export interface FeatureCounts {
  /** By dimension. Two features that collide with opposite signs may cancel out to 0. */
  counts: Int32Array;
  seen: Uint8Array;
  /** The dimensions seen, in order of appearance. */
  touched: Uint16Array;
  size: number;
}

const prime = 0x01000193;
const gramSeed = 0x811c9dc5;
const wordSeed = 0x9747b28c;

/** An empty holder for `countFeatures`. */
export function createFeatureCounts(): FeatureCounts {
  return {
    counts: new Int32Array(featureDimensions),
    seen: new Uint8Array(featureDimensions),
    touched: new Uint16Array(featureDimensions),
    size: 0,
  };
}

/**
 * Adds the features of a text: character 3-, 4- and 5-grams inside word boundaries (the boundary counts as a character)
 * and whole words, by signed hashing (Weinberger et al. 2009), so that collisions cancel out on average. O(length).
 */
export function countFeatures(tokens: WordTokens, into: FeatureCounts): void {
  const { codes, runStarts, runEnds, runCount, wordStarts, wordEnds, wordCount } = tokens;
  for (let run = 0; run < runCount; run++) {
    const end = (runEnds[run] ?? 0) + 1;
    const last = end - 3;
    for (let at = (runStarts[run] ?? 0) - 1; at <= last; at++) {
      let hash = Math.imul(gramSeed ^ (codes[at] ?? 0), prime);
      hash = Math.imul(hash ^ (codes[at + 1] ?? 0), prime);
      hash = Math.imul(hash ^ (codes[at + 2] ?? 0), prime);
      count(hash, into);
      if (at + 3 >= end) continue;
      hash = Math.imul(hash ^ (codes[at + 3] ?? 0), prime);
      count(hash, into);
      if (at + 4 >= end) continue;
      hash = Math.imul(hash ^ (codes[at + 4] ?? 0), prime);
      count(hash, into);
    }
  }
  for (let word = 0; word < wordCount; word++) count(wordHash(codes, wordStarts[word] ?? 0, wordEnds[word] ?? 0), into);
}

/** The dimension in which a whole word is counted. */
export function wordDimension(tokens: WordTokens, word: number): number {
  return spread(wordHash(tokens.codes, tokens.wordStarts[word] ?? 0, tokens.wordEnds[word] ?? 0)) >>> 17;
}

/** Empties a holder. O(features seen). */
export function clearFeatures(features: FeatureCounts): void {
  for (let i = 0; i < features.size; i++) {
    const dimension = features.touched[i] ?? 0;
    features.counts[dimension] = 0;
    features.seen[dimension] = 0;
  }
  features.size = 0;
}

function wordHash(codes: Uint16Array, start: number, end: number): number {
  let hash = wordSeed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (codes[at] ?? 0), prime);
  return hash;
}

/** Multiply-shift: the top 15 bits choose the dimension, the next one the sign. */
function spread(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x9e3779b1);
}

function count(hash: number, into: FeatureCounts): void {
  const bits = spread(hash);
  const dimension = bits >>> 17;
  if (into.seen[dimension] === 0) {
    into.seen[dimension] = 1;
    into.touched[into.size++] = dimension;
  }
  into.counts[dimension] = (into.counts[dimension] ?? 0) + ((bits & 0x10000) === 0 ? 1 : -1);
}
