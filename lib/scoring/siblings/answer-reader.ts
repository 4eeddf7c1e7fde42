import type { ScoringContext, ScoringItem } from "../estimator.ts";
import { createTextVector, readTextVector, type TextVector } from "../text-vectors.ts";
import { createWordBag, readWordBag, type WordBag } from "../word-bag.ts";

/** A unit-length vector of its own, not reused. */
export interface AnswerVector {
  dimensions: Uint16Array;
  weights: Float32Array;
}

/** Reads answers into words and vectors. The bag is reused: it holds until the next answer is read. */
export class AnswerReader {
  readonly #mask: (text: string) => string;
  readonly #bag: WordBag = createWordBag();
  readonly #vector: TextVector = createTextVector();

  constructor(context: ScoringContext) {
    this.#mask = context.mask;
  }

  /** The words of the answer, places masked. */
  words(item: ScoringItem): WordBag {
    readWordBag(this.#mask(item.response), this.#bag);
    return this.#bag;
  }

  /** The words and the vector of the answer; the question takes no part, since siblings share it. */
  read(item: ScoringItem, idf: Float32Array): { words: WordBag; vector: AnswerVector } {
    const words = this.words(item);
    readTextVector([{ tokens: words.tokens, weight: 1 }], idf, this.#vector);
    const { dimensions, weights, size } = this.#vector;
    return { words, vector: { dimensions: dimensions.slice(0, size), weights: weights.slice(0, size) } };
  }
}
