import type { ScoringItem } from "../estimator.ts";
import { wordDimension } from "../hashed-features.ts";
import type { UnitVector } from "../unit-vector.ts";
import { createWordTokens, readWordTokens } from "../word-tokens.ts";
import type { AnswerReader } from "./answer-reader.ts";
import { similaritiesTo } from "./vector-similarity.ts";

/**
 * How alike answers are, as the estimator sees it: row i holds the similarity to each item before it, in [0,1] with four
 * places. Null where two have no base language in common, where the language was never scored, and where one has no words
 * once names are masked. O(items²).
 */
export function likenessRows(
  items: readonly ScoringItem[],
  idfOf: (language: string) => Float32Array | null,
  reader: AnswerReader,
): (number | null)[][] {
  const read = items.map((item): { language: string; vector: UnitVector } | null => {
    const language = reader.language(item);
    const idf = idfOf(language);
    if (idf === null || !reader.hasVector(item)) return null;
    const { words, vector } = reader.read(item, idf);
    return words.size === 0 ? null : { language, vector };
  });
  return read.map((own, i) =>
    read.slice(0, i).map((other) => {
      if (own === null || other === null || own.language !== other.language) return null;
      const [similarity = 0] = similaritiesTo(own.vector, [other.vector]);
      return Math.round(similarity * 10_000) / 10_000;
    }),
  );
}

/** A word is usual when it is in so many of the texts of its language. */
const usualShare = 0.2;
/** In fewer texts a share says nothing. */
const fewestTexts = 50;
const tokens = createWordTokens();

/**
 * Those of some words that every fifth text of a language has: by the idf of their features, so that a word which shares its
 * feature with another may be taken for usual, never the other way round. None in a language of fewer than 50 texts. O(characters).
 */
export function usualAmong(words: Iterable<string>, idf: Float32Array): string[] {
  const texts = Math.exp(idf.reduce((most, value) => Math.max(most, value), 1) - 1) - 1;
  if (texts < fewestTexts) return [];
  const limit = 1 + Math.log((1 + texts) / (1 + texts * usualShare));
  return [...words].filter((word) => {
    readWordTokens(word, tokens);
    if (tokens.wordCount === 0) return false;
    for (let at = 0; at < tokens.wordCount; at++) {
      if ((idf[wordDimension(tokens, at)] ?? 0) > limit) return false;
    }
    return true;
  });
}
