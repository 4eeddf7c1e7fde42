import type { ScoringContext, ScoringItem } from "../estimator.ts";
import { createTextVector, readTextVector, type TextVector } from "../text-vectors.ts";
import { whyWordless } from "../why-wordless.ts";
import { createWordBag, readWordBag, type WordBag } from "../word-bag.ts";

/** A unit-length vector of its own, not reused. */
export interface AnswerVector {
  dimensions: Uint16Array;
  weights: Float32Array;
}

/** Reads answers into words and vectors. The bag is reused: it holds until the next answer is read. */
export class AnswerReader {
  readonly #context: ScoringContext;
  readonly #bag: WordBag = createWordBag();
  readonly #vector: TextVector = createTextVector();

  constructor(context: ScoringContext) {
    this.#context = context;
  }

  /** The words of the answer, places masked. */
  words(item: ScoringItem): WordBag {
    readWordBag(this.#context.mask(item.response), this.#bag);
    return this.#bag;
  }

  /** Why an answer has no words, for one that has none. */
  whyWordless(item: ScoringItem): string {
    return whyWordless(item.response, this.#context);
  }

  /** The words and the vector of the answer; the question takes no part, since siblings share it. */
  read(item: ScoringItem, idf: Float32Array): { words: WordBag; vector: AnswerVector } {
    const words = this.words(item);
    readTextVector([{ tokens: words.tokens, weight: 1 }], idf, this.#vector);
    const { dimensions, weights, size } = this.#vector;
    return { words, vector: { dimensions: dimensions.slice(0, size), weights: weights.slice(0, size) } };
  }
}
