import { baseLanguage } from "../base-language.ts";
import { byText } from "../by-text.ts";
import type { ScoringContext, ScoringItem, ScoringItems } from "../estimator.ts";
import { packVectors } from "../packed-vectors.ts";
import { ReferenceSample } from "../reference-sample.ts";
import {
  countDocument,
  createDocumentFrequencies,
  type DocumentFrequencies,
  inverseDocumentFrequency,
} from "../text-vectors.ts";
import { upsert } from "../upsert.ts";
import { WordTable } from "../word-table.ts";
import { LexicalReader } from "./reader.ts";
import {
  fewestForComparison,
  type GroupState,
  groupKey,
  type LanguageState,
  type LexicalState,
  sampleBudget,
  typicalitySample,
} from "./state.ts";

interface CultureCounts {
  culture: string;
  items: number;
  words: number;
  /** Uses by word number; grows with the vocabulary. */
  uses: Uint32Array;
  sample: ReferenceSample<ScoringItem>;
}

interface LanguageCounts {
  frequencies: DocumentFrequencies;
  vocabulary: WordTable;
  cultures: Map<string, CultureCounts>;
}

/** The first pass: counts words, features, topics, and draws the samples. The spreads for percentiles come later. */
export async function collect(items: ScoringItems, context: ScoringContext): Promise<LexicalState> {
  const reader = new LexicalReader(context);
  const languages = new Map<string, LanguageCounts>();
  const topics = new Map<string, Map<string, number>>();
  for await (const item of items()) {
    if (item.response.trim() === "") continue;
    const counts = upsert(languages, baseLanguage(item.language), newLanguage);
    const culture = upsert(counts.cultures, item.culture, newCulture);
    culture.items++;
    culture.sample.add(item.id, item);
    const { response, question } = reader.tokens(item);
    countDocument([response.tokens, question], counts.frequencies);
    culture.words += response.total;
    for (let i = 0; i < response.size; i++) {
      const word = counts.vocabulary.add(response.first[i] ?? 0, response.second[i] ?? 0);
      if (word >= culture.uses.length) culture.uses = grown(culture.uses, word);
      culture.uses[word] = (culture.uses[word] ?? 0) + (response.counts[i] ?? 0);
    }
    const ofCulture = upsert(topics, item.culture, () => new Map<string, number>());
    if (item.topic !== null) ofCulture.set(item.topic, (ofCulture.get(item.topic) ?? 0) + 1);
  }
  return freeze(languages, topics, reader);
}

function freeze(
  counted: Map<string, LanguageCounts>,
  topics: Map<string, Map<string, number>>,
  reader: LexicalReader,
): LexicalState {
  const groupCount = [...counted.values()].reduce((sum, { cultures }) => sum + cultures.size, 0);
  const sampleSize = Math.min(typicalitySample, Math.max(200, Math.floor(sampleBudget / groupCount)));
  const languages = new Map<string, LanguageState>();
  const groups = new Map<string, GroupState>();
  for (const [language, counts] of inOrder(counted)) {
    const idf = inverseDocumentFrequency(counts.frequencies);
    languages.set(language, freezeLanguage(language, idf, counts));
    for (const [culture, { items, sample }] of inOrder(counts.cultures)) {
      const drawn = sample.list().slice(0, sampleSize);
      groups.set(groupKey(culture, language), {
        culture,
        language,
        items,
        idHigh: Uint32Array.from(drawn, ({ hash }) => hash.high),
        idLow: Uint32Array.from(drawn, ({ hash }) => hash.low),
        vectors: packVectors(drawn, ({ value }) => reader.read(value, idf).vector),
        typicality: new Float32Array(),
        coverage: new Float32Array(),
      });
    }
  }
  const cultures = [...inOrder(topics)].map(([culture, ofCulture]) => ({
    culture,
    topics: ofCulture,
    itemsWithTopic: [...ofCulture.values()].reduce((sum, count) => sum + count, 0),
    representativeness: new Float32Array(),
    distinctiveness: new Float32Array(),
  }));
  return {
    topics: new Set([...topics.values()].flatMap((ofCulture) => [...ofCulture.keys()])).size,
    languages,
    groups,
    cultures: new Map(cultures.map((state) => [state.culture, state])),
  };
}

function freezeLanguage(language: string, idf: Float32Array, counts: LanguageCounts): LanguageState {
  const large = [...inOrder(counts.cultures)].filter(([, { items }]) => items >= fewestForComparison);
  const compared = large.length < 2 ? [] : large.map(([, culture]) => culture);
  const words = new WordTable();
  const totals: number[] = [];
  const rowStarts = [0];
  const rowCultures: number[] = [];
  const rowCounts: number[] = [];
  for (const word of wordsInOrder(counts.vocabulary)) {
    const uses = compared.map((culture) => culture.uses[word] ?? 0);
    const total = uses.reduce((sum, count) => sum + count, 0);
    // A word used once tells nothing once its own text is left out.
    if (total < 2) continue;
    words.add(counts.vocabulary.first[word] ?? 0, counts.vocabulary.second[word] ?? 0);
    totals.push(total);
    for (const [number, count] of uses.entries()) {
      if (count === 0) continue;
      rowCultures.push(number);
      rowCounts.push(count);
    }
    rowStarts.push(rowCounts.length);
  }
  return {
    language,
    idf,
    cultures: compared.map(({ culture }) => culture),
    words,
    totals: Uint32Array.from(totals),
    rowStarts: Uint32Array.from(rowStarts),
    rowCultures: Uint16Array.from(rowCultures),
    rowCounts: Uint32Array.from(rowCounts),
    cultureWords: Float64Array.from(compared, (culture) => culture.words),
  };
}

/** Word numbers in order of hash, so that the model does not depend on the order of the items. */
function wordsInOrder({ first, second, size }: WordTable): number[] {
  const numbers = Array.from({ length: size }, (_, word) => word);
  return numbers.sort((a, b) => (first[a] ?? 0) - (first[b] ?? 0) || (second[a] ?? 0) - (second[b] ?? 0));
}

function inOrder<V>(map: Map<string, V>): [string, V][] {
  return [...map].sort(([a], [b]) => byText(a, b));
}

function newLanguage(): LanguageCounts {
  return { frequencies: createDocumentFrequencies(), vocabulary: new WordTable(), cultures: new Map() };
}

function newCulture(culture: string): CultureCounts {
  return { culture, items: 0, words: 0, uses: new Uint32Array(1024), sample: new ReferenceSample(typicalitySample) };
}

function grown(uses: Uint32Array, word: number): Uint32Array {
  let length = uses.length;
  while (length <= word) length *= 2;
  const larger = new Uint32Array(length);
  larger.set(uses);
  return larger;
}
