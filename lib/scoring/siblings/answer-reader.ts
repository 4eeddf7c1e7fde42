import { z } from "zod";
import { baseLanguage } from "../base-language.ts";
import type { ScoringContext, ScoringItem } from "../estimator.ts";
import { createTextVector, readTextVector, type TextVector } from "../text-vectors.ts";
import type { UnitVector } from "../unit-vector.ts";
import { whyWordless } from "../why-wordless.ts";
import { createWordBag, readWordBag, type WordBag } from "../word-bag.ts";

/** What answers are compared by. */
export const Basis = z.enum(["wording", "embedding"]);
export type Basis = z.infer<typeof Basis>;

/** The code of texts in several languages (ISO 639): embeddings compare across them. */
const acrossLanguages = "mul";

/** Reads answers into words and vectors. The bag is reused: it holds until the next answer is read. */
export class AnswerReader {
  readonly #context: ScoringContext;
  readonly #bag: WordBag = createWordBag();
  readonly #vector: TextVector = createTextVector();

  constructor(context: ScoringContext) {
    this.#context = context;
  }

  get basis(): Basis {
    return this.#context.answerVector === undefined ? "wording" : "embedding";
  }

  /** Within which language an answer is compared: its base language by wording, all of them by embedding. */
  language(item: ScoringItem): string {
    return this.basis === "wording" ? baseLanguage(item.language) : acrossLanguages;
  }

  /** Whether there is what the answer is compared by. */
  hasVector(item: ScoringItem): boolean {
    return this.basis === "wording" || this.#context.answerVector?.(item) != null;
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

  /**
   * The words and the vector of the answer, which is not reused: that of its words, or its embedding. The question takes no
   * part, since siblings share it.
   */
  read(item: ScoringItem, idf: Float32Array): { words: WordBag; vector: UnitVector } {
    const words = this.words(item);
    const embedding = this.#context.answerVector?.(item) ?? null;
    if (embedding !== null) return { words, vector: embedding };
    readTextVector([{ tokens: words.tokens, weight: 1 }], idf, this.#vector);
    const { dimensions, weights, size } = this.#vector;
    return { words, vector: { dimensions: dimensions.slice(0, size), weights: weights.slice(0, size) } };
  }
}
