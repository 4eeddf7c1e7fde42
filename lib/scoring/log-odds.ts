/**
 * How surely a word is used more by a culture than by the others: the z-score of the log-odds ratio with an informative
 * Dirichlet prior (Monroe, Colaresi & Quinn 2008). Positive when the culture uses it more; 0 when nothing can be told.
 * @param ownCount uses in the culture, of `ownTotal` words
 * @param restCount uses in the other cultures, of `restTotal` words
 * @param prior the word's share of `priorTotal` pseudo-words, in proportion to its frequency overall
 */
export function logOdds(
  ownCount: number,
  ownTotal: number,
  restCount: number,
  restTotal: number,
  prior: number,
  priorTotal: number,
): number {
  const own = ownCount + prior;
  const rest = restCount + prior;
  const ownOthers = ownTotal + priorTotal - own;
  const restOthers = restTotal + priorTotal - rest;
  if (!(own > 0 && rest > 0 && ownOthers > 0 && restOthers > 0)) return 0;
  return (Math.log(own / ownOthers) - Math.log(rest / restOthers)) / Math.sqrt(1 / own + 1 / rest);
}

const limit = 5;

/** A z-score no further than 5 from 0, so that one word cannot carry a text. */
export function clampLogOdds(z: number): number {
  return Math.max(-limit, Math.min(limit, z));
}

/**
 * The log-odds part of distinctiveness: lo′ = ⟦2 · sigmoid(mean clamped z) − 1⟧ over the distinct words of a text.
 * 0 when the words are as common elsewhere, up to 0.987 when all are surely the culture's own.
 */
export function logOddsPart(sumOfClampedZ: number, distinctWords: number): number {
  if (distinctWords === 0) return 0;
  return Math.max(0, 2 / (1 + Math.exp(-sumOfClampedZ / distinctWords)) - 1);
}

/** The weight of the prior in words: a tenth of the corpus, at most 500. */
export function priorWeight(corpusWords: number): number {
  return Math.min(500, corpusWords / 10);
}
