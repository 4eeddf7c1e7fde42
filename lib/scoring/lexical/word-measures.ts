import type { Interval } from "../../schema/score.ts";
import { jensenShannonPart, smoothedProbability } from "../jensen-shannon.ts";
import { clampLogOdds, logOdds, logOddsPart, priorWeight } from "../log-odds.ts";
import { meanMargin } from "../mean-margin.ts";
import { countInBag, type WordBag } from "../word-bag.ts";
import { wordAt } from "../word-tokens.ts";
import type { LanguageState } from "./state.ts";

const wordsShown = 8;

/** What word counts say of one text against the other cultures that write in its language. */
export interface WordMeasures {
  logOdds: number;
  jensenShannon: number;
  /** Where each would lie had the text been written in other words of its kind. */
  logOddsInterval: Interval;
  jensenShannonInterval: Interval;
  /** The words most surely the culture's own, with their z-scores (standard deviations, at most 5). */
  words: { word: string; weight: number }[];
}

/** Sums over the cultures of a language that no single text changes. */
export class WordStatistics {
  readonly #state: LanguageState;
  /** Words of all compared cultures. */
  readonly #words: number;
  readonly #priorTotal: number;
  /** By word: Σ over cultures of uses / (words + prior total). */
  readonly #shares: Float64Array;
  /** Σ over cultures of 1 / (words + prior total). */
  readonly #priorShare: number;

  constructor(state: LanguageState) {
    this.#state = state;
    this.#words = state.cultureWords.reduce((sum, words) => sum + words, 0);
    this.#priorTotal = priorWeight(this.#words);
    const weights = state.cultureWords.map((words) => 1 / (words + this.#priorTotal));
    this.#priorShare = weights.reduce((sum, weight) => sum + weight, 0);
    this.#shares = new Float64Array(state.totals.length);
    for (let word = 0; word < state.totals.length; word++) {
      const end = state.rowStarts[word + 1] ?? 0;
      for (let row = state.rowStarts[word] ?? 0; row < end; row++) {
        const share = (state.rowCounts[row] ?? 0) * (weights[state.rowCultures[row] ?? 0] ?? 0);
        this.#shares[word] = (this.#shares[word] ?? 0) + share;
      }
    }
  }

  /**
   * Measures the words of a text of a culture, its own fitted text left out of all counts. O(words × cultures).
   * @param own the culture's number in the language
   * @param fitted the words that the model has counted for the text, or null when it has counted none
   */
  measure(text: WordBag, own: number, fitted: WordBag | null): WordMeasures {
    const { words, totals } = this.#state;
    const prior = this.#priorTotal;
    const wordsOfOwn = this.#state.cultureWords[own] ?? 0;
    const leftOut = Math.min(fitted?.total ?? 0, wordsOfOwn);
    const ownTotal = wordsOfOwn - leftOut;
    const corpus = this.#words - leftOut;
    const weight = 1 / (wordsOfOwn + prior);
    const tops: TopWord[] = [];
    let sumOfZ = 0;
    let sumOfLogRatios = 0;
    let squaresOfZ = 0;
    let squaresOfLogRatios = 0;
    let squaresOfShares = 0;
    for (let i = 0; i < text.size; i++) {
      const first = text.first[i] ?? 0;
      const second = text.second[i] ?? 0;
      const frequency = (text.counts[i] ?? 0) / text.total;
      squaresOfShares += frequency ** 2;
      const word = words.find(first, second);
      // A word that nobody else has used counts in the means, but tells nothing.
      if (word === -1) continue;
      const counted = this.#usesBy(word, own);
      const left =
        fitted === null
          ? 0
          : Math.min(counted, fitted === text ? (text.counts[i] ?? 0) : countInBag(fitted, first, second));
      const total = (totals[word] ?? 0) - left;
      if (total <= 0) continue;
      const uses = counted - left;
      const wordPrior = (prior * total) / corpus;
      const z = clampLogOdds(logOdds(uses, ownTotal, total - uses, corpus - ownTotal, wordPrior, prior));
      sumOfZ += z;
      squaresOfZ += z ** 2;
      const ownShare = smoothedProbability(uses, ownTotal, wordPrior, prior);
      const otherShares =
        Math.max(0, (this.#shares[word] ?? 0) - counted * weight) + wordPrior * (this.#priorShare - weight);
      const mixture = (ownShare + otherShares) / this.#state.cultures.length;
      const logRatio = Math.log2(ownShare / mixture);
      sumOfLogRatios += frequency * logRatio;
      squaresOfLogRatios += frequency * logRatio ** 2;
      if (z > 0) tops.push({ index: i, weight: z, ratio: ownShare / mixture });
    }
    const { size } = text;
    const cultures = this.#state.cultures.length;
    const marginOfZ = size * meanMargin({ weight: size, squaredWeight: size, sum: sumOfZ, squares: squaresOfZ });
    const marginOfLogRatios = meanMargin({
      weight: 1,
      squaredWeight: squaresOfShares,
      sum: sumOfLogRatios,
      squares: squaresOfLogRatios,
    });
    return {
      logOdds: logOddsPart(sumOfZ, size),
      logOddsInterval: {
        low: logOddsPart(sumOfZ - marginOfZ, size),
        high: logOddsPart(sumOfZ + marginOfZ, size),
      },
      jensenShannon: jensenShannonPart(sumOfLogRatios, cultures),
      jensenShannonInterval: {
        low: jensenShannonPart(sumOfLogRatios - marginOfLogRatios, cultures),
        high: jensenShannonPart(sumOfLogRatios + marginOfLogRatios, cultures),
      },
      words: topWords(text, tops),
    };
  }

  #usesBy(word: number, culture: number): number {
    const { rowStarts, rowCultures, rowCounts } = this.#state;
    const end = rowStarts[word + 1] ?? 0;
    for (let row = rowStarts[word] ?? 0; row < end; row++) {
      if (rowCultures[row] === culture) return rowCounts[row] ?? 0;
    }
    return 0;
  }
}

interface TopWord {
  index: number;
  weight: number;
  ratio: number;
}

function topWords(text: WordBag, tops: TopWord[]): { word: string; weight: number }[] {
  // Among words at the limit, those that other cultures use least come first: "mochi" before "the".
  tops.sort((a, b) => b.weight - a.weight || b.ratio - a.ratio || a.index - b.index);
  return tops
    .slice(0, wordsShown)
    .map(({ index, weight }) => ({ word: wordAt(text.tokens, text.tokenIndex[index] ?? 0), weight: rounded(weight) }));
}

function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
