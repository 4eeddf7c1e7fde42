import { z } from "zod";
import { StudioError } from "../../errors.ts";
import type { EditedItem, Model, ScoredItem, ScoringContext, ScoringItem } from "../estimator.ts";
import { readModelBytes, type StoredArray, writeModelBytes } from "../model-bytes.ts";
import { AnswerReader, Basis } from "./answer-reader.ts";
import { assemble } from "./assemble.ts";
import { likenessRows, usualAmong } from "./likeness.ts";
import { measureQuestion } from "./measure-question.ts";
import { Scale, scaleKey } from "./scale.ts";
import type { SiblingsState } from "./state.ts";

export const siblingsVersion = "5";
const format = `siblings ${siblingsVersion}`;

const Facts = z.object({
  basis: Basis,
  languages: z.array(z.string()),
  scales: z.array(Scale),
  cultures: z.array(z.string()),
});

/** The siblings estimator fitted to a project. */
export class SiblingsModel implements Model {
  readonly estimator = "siblings";
  readonly version = siblingsVersion;
  readonly #state: SiblingsState;
  readonly #reader: AnswerReader;

  constructor(state: SiblingsState, context: ScoringContext) {
    this.#state = state;
    this.#reader = new AnswerReader(context);
  }

  /** Scores the items question by question; all items of a question must be among them. */
  score(items: readonly EditedItem[]): ScoredItem[] {
    const scored = new Map<string, ScoredItem>();
    const idfOf = (language: string) => this.#state.languages.get(language) ?? null;
    const questions = Map.groupBy(
      items.map(({ item }) => item),
      ({ questionKey }) => questionKey,
    );
    for (const question of questions.values()) {
      for (const one of measureQuestion(question, idfOf, this.#reader)) scored.set(one.id, assemble(this.#state, one));
    }
    return items.flatMap(({ item }) => scored.get(item.id) ?? []);
  }

  /** How alike answers are; see `likenessRows`. */
  likeness(items: readonly ScoringItem[]): (number | null)[][] {
    return likenessRows(items, (language) => this.#state.languages.get(language) ?? null, this.#reader);
  }

  /** Those of some words of a base language that set nothing apart; see `usualAmong`. */
  usual(words: Iterable<string>, language: string): string[] {
    const idf = this.#state.languages.get(language);
    return idf === undefined ? [] : usualAmong(words, idf);
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    const arrays = new Map<string, StoredArray>();
    const languages = [...this.#state.languages];
    const cultures = [...this.#state.distinctiveness];
    for (const [i, [, idf]] of languages.entries()) arrays.set(`language ${i} idf`, idf);
    for (const [i, [, spread]] of cultures.entries()) arrays.set(`culture ${i} distinctiveness`, spread);
    const head: z.infer<typeof Facts> = {
      basis: this.#state.basis,
      languages: languages.map(([language]) => language),
      scales: [...this.#state.scales.values()],
      cultures: cultures.map(([culture]) => culture),
    };
    return writeModelBytes(format, head, arrays);
  }

  /** Reads what `toBytes` wrote. Throws StudioError when the context has another basis, embeddings or none. */
  static fromBytes(bytes: Uint8Array, context: ScoringContext): SiblingsModel {
    const { facts, array } = readModelBytes(format, bytes);
    const { basis, languages, scales, cultures } = Facts.parse(facts);
    if (basis !== new AnswerReader(context).basis) {
      throw new StudioError(
        "conflict",
        `The stored scoring model compares answers by ${basis}. Score the project again.`,
      );
    }
    const state: SiblingsState = {
      basis,
      languages: new Map(languages.map((language, i) => [language, array(`language ${i} idf`, Float32Array)])),
      scales: new Map(scales.map((scale) => [scaleKey(scale), scale])),
      distinctiveness: new Map(
        cultures.map((culture, i) => [culture, array(`culture ${i} distinctiveness`, Float32Array)]),
      ),
    };
    return new SiblingsModel(state, context);
  }
}
