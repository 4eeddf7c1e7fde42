import type { ScoringContext, ScoringItem } from "../estimator.ts";
import { createTextVector, readTextVector, type TextVector } from "../text-vectors.ts";
import { createWordBag, readWordBag, type WordBag } from "../word-bag.ts";
import { createWordTokens, readWordTokens, type WordTokens } from "../word-tokens.ts";

const responseWeight = 0.7;
const questionWeight = 0.3;

/** Reads items into words and vectors. What it returns is reused: it holds until the next item is read. */
export class LexicalReader {
  readonly #mask: (text: string) => string;
  readonly #response: WordBag = createWordBag();
  readonly #question: WordTokens = createWordTokens();
  readonly #vector: TextVector = createTextVector();

  constructor(context: ScoringContext) {
    this.#mask = context.mask;
  }

  /** The words of an item, places masked. */
  tokens(item: ScoringItem): { response: WordBag; question: WordTokens } {
    readWordBag(this.#mask(item.response), this.#response);
    readWordTokens(this.#mask(item.question), this.#question);
    return { response: this.#response, question: this.#question };
  }

  /** The words of an item and its vector: 0.7 answer, 0.3 question. */
  read(item: ScoringItem, idf: Float32Array): { response: WordBag; vector: TextVector } {
    const { response, question } = this.tokens(item);
    const parts = [
      { tokens: response.tokens, weight: responseWeight },
      { tokens: question, weight: questionWeight },
    ];
    readTextVector(parts, idf, this.#vector);
    return { response, vector: this.#vector };
  }
}
