import { byText } from "../by-text.ts";
import type { Estimator, ScoredItem, ScoringItem } from "../estimator.ts";
import { Spreads } from "../spreads.ts";
import {
  countDocument,
  createDocumentFrequencies,
  type DocumentFrequencies,
  inverseDocumentFrequency,
} from "../text-vectors.ts";
import { upsert } from "../upsert.ts";
import { AnswerReader } from "./answer-reader.ts";
import { assemble, distinctiveness } from "./assemble.ts";
import { type Closeness, measureQuestion, withoutSiblings } from "./measure-question.ts";
import { SiblingsModel, siblingsVersion } from "./model.ts";
import { raiseYardsticks } from "./raise-yardsticks.ts";
import type { SiblingsState } from "./state.ts";
import { yardsticks } from "./yardsticks.ts";

interface LanguageItems {
  frequencies: DocumentFrequencies;
  items: ScoringItem[];
}

/**
 * Scores by siblings: how far an answer lies from what other cultures answer to the same question, by wording within a
 * language, or by embedding across languages where the context hands vectors in. Of several answers of a culture the best
 * match counts, and the mean over cultures; the culture's own answers are no part of it. It says nothing of how typical an answer is. Near and far are measured by topic within a language,
 * and figures apart from words. Answers with a question key are held in memory while fitting.
 */
export const siblings: Estimator = {
  name: "siblings",
  version: siblingsVersion,
  scope: "question",
  async fit(items, context) {
    const reader = new AnswerReader(context);
    const languages = new Map<string, LanguageItems>();
    const measured: Closeness[] = [];
    for await (const item of items()) {
      const none = withoutSiblings(item, reader);
      if (none !== null) measured.push(none);
      if (item.response.trim() !== "") {
        const language = upsert(languages, reader.language(item), () => ({
          frequencies: createDocumentFrequencies(),
          items: [],
        }));
        countDocument([reader.words(item).tokens], language.frequencies);
        if (none === null) language.items.push(item);
      }
    }
    const inOrder = [...languages].sort(([a], [b]) => byText(a, b));
    const read = new Map(
      inOrder.map(([language, { frequencies, items: kept }]) => [
        language,
        { items: kept, idf: inverseDocumentFrequency(frequencies) },
      ]),
    );
    const idfOf = (language: string) => read.get(language)?.idf ?? null;
    const questions = Map.groupBy(
      [...read.values()].flatMap(({ items: kept }) => kept),
      ({ questionKey }) => questionKey,
    );
    for (const question of questions.values()) measured.push(...measureQuestion(question, idfOf, reader));
    const idfs = new Map([...read].map(([language, { idf }]) => [language, idf]));
    const scales = raiseYardsticks(yardsticks(read, reader), measured);
    const state = withSpreads({ basis: reader.basis, languages: idfs, scales, distinctiveness: new Map() }, measured);
    const scores: Iterable<ScoredItem> = {
      *[Symbol.iterator]() {
        for (const one of measured) yield assemble(state, one);
      },
    };
    return { model: new SiblingsModel(state, context), scores };
  },
  fromBytes: (bytes, context) => SiblingsModel.fromBytes(bytes, context),
};

function withSpreads(state: SiblingsState, measured: readonly Closeness[]): SiblingsState {
  const values = new Spreads();
  for (const one of measured) values.add(one.culture, distinctiveness(state, one));
  return { ...state, distinctiveness: values.sketches() };
}
