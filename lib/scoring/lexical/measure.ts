import type { Interval } from "../../schema/score.ts";
import { baseLanguage } from "../base-language.ts";
import { coverageLoss } from "../coverage.ts";
import type { EditedItem, ScoringContext } from "../estimator.ts";
import { findIdentity } from "../identity-hash.ts";
import { nearestMargins } from "../nearest-margins.ts";
import { indexNeighbours, type NeighbourIndex, nearestMembers, similarities } from "../nearest-neighbours.ts";
import { neighbourPurity } from "../neighbour-purity.ts";
import type { PoolMeasures } from "../pool-standing.ts";
import { silhouette } from "../silhouette.ts";
import { topicNeed } from "../topic-need.ts";
import { typicality } from "../typicality.ts";
import { upsert } from "../upsert.ts";
import { whyWordless } from "../why-wordless.ts";
import { createWordBag, readWordBag, type WordBag } from "../word-bag.ts";
import { LexicalReader } from "./reader.ts";
import {
  fewestForTypicality,
  type GroupState,
  groupKey,
  type LanguageState,
  type LexicalState,
  purityNeighbours,
  puritySample,
  typicalityNeighbours,
} from "./state.ts";
import { type WordMeasures, WordStatistics } from "./word-measures.ts";

/** What was measured of one item, before percentiles. Null where the project has too little to measure by. */
export interface Measured {
  id: string;
  culture: string;
  language: string;
  answered: boolean;
  /** Why the answer has no words, if it has none. */
  wordless: string | null;
  home: PoolMeasures | null;
  abroad:
    | (WordMeasures & { neighbourPurity: number; neighbourPurityInterval: Interval; silhouette: number | null })
    | null;
}

interface Purity {
  index: NeighbourIndex;
  cultureOf: Uint16Array;
  sizes: Float64Array;
  firstMember: Float64Array;
}

/** Measures items against a fitted project. Indexes are built when a language or culture is first asked for. */
export class LexicalMeasurer {
  readonly #state: LexicalState;
  readonly #mask: (text: string) => string;
  readonly #reader: LexicalReader;
  readonly #fittedBag: WordBag = createWordBag();
  readonly #homes = new Map<string, NeighbourIndex>();
  readonly #purities = new Map<string, Purity>();
  readonly #statistics = new Map<string, WordStatistics>();
  readonly #nearest = new Int32Array(Math.max(typicalityNeighbours, purityNeighbours));
  #scores = new Float32Array(1024);

  constructor(state: LexicalState, context: ScoringContext) {
    this.#state = state;
    this.#mask = context.mask;
    this.#reader = new LexicalReader(context);
  }

  /** Measures one item; the text that the model was fitted on for it is left out of everything it is compared with. */
  measure({ item, fittedAs }: EditedItem): Measured {
    const base = baseLanguage(item.language);
    const measured: Measured = {
      id: item.id,
      culture: item.culture,
      language: base,
      answered: item.response.trim() !== "",
      wordless: null,
      home: null,
      abroad: null,
    };
    const language = this.#state.languages.get(base);
    if (!measured.answered) return measured;
    if (language === undefined) {
      if (this.#reader.tokens(item).response.size === 0)
        measured.wordless = whyWordless(item.response, { mask: this.#mask });
      return measured;
    }
    const { response, vector } = this.#reader.read(item, language.idf);
    if (response.size === 0) {
      measured.wordless = whyWordless(item.response, { mask: this.#mask });
      return measured;
    }
    const group = this.#state.groups.get(groupKey(item.culture, base));
    if (group === undefined) return measured;
    const self = findIdentity(group.idHigh, group.idLow, item.id);
    if (group.items >= fewestForTypicality) {
      const index = this.#homeIndex(group);
      const scores = this.#scoresFor(index.size);
      similarities(index, vector, scores);
      const found = nearestMembers(scores, index.size, typicalityNeighbours, self, this.#nearest);
      measured.home = {
        typicality: Math.fround(typicality(scores, this.#nearest, found)),
        coverage: Math.fround(coverageLoss(found === 0 ? 0 : (scores[this.#nearest[0] ?? 0] ?? 0))),
        topicNeed: this.#topicNeed(item.culture, item.topic),
        margins: nearestMargins(
          Array.from(this.#nearest.subarray(0, found), (member) => Math.max(0, scores[member] ?? 0)),
          self === -1 ? index.size : index.size - 1,
        ),
      };
    }
    const own = language.cultures.indexOf(item.culture);
    if (own !== -1) {
      const purity = this.#purityIndex(language);
      const scores = this.#scoresFor(purity.index.size);
      similarities(purity.index, vector, scores);
      const sampled = self !== -1 && self < (purity.sizes[own] ?? 0);
      const skip = sampled ? (purity.firstMember[own] ?? 0) + self : -1;
      const found = nearestMembers(scores, purity.index.size, purityNeighbours, skip, this.#nearest);
      const weights = purity.sizes.map((size, culture) => 1 / (sampled && culture === own ? size - 1 : size));
      const { length: cultures } = language.cultures;
      const pure = neighbourPurity(this.#nearest, found, purity.cultureOf, weights, own, cultures);
      measured.abroad = {
        ...this.#wordStatistics(language).measure(response, own, this.#fitted(response, { item, fittedAs }, base)),
        neighbourPurity: pure.value,
        neighbourPurityInterval: pure.interval,
        silhouette: sampleSilhouette(scores, purity, own, skip),
      };
    }
    return measured;
  }

  #fitted(response: WordBag, { item, fittedAs }: EditedItem, base: string): WordBag | null {
    if (fittedAs === null || fittedAs.culture !== item.culture || baseLanguage(fittedAs.language) !== base) return null;
    if (fittedAs.response === item.response) return response;
    if (fittedAs.response.trim() === "") return null;
    readWordBag(this.#mask(fittedAs.response), this.#fittedBag);
    return this.#fittedBag;
  }

  #topicNeed(culture: string, topic: string | null): number | null {
    if (topic === null) return null;
    const state = this.#state.cultures.get(culture);
    return topicNeed(state?.topics.get(topic) ?? 0, state?.itemsWithTopic ?? 0, this.#state.topics);
  }

  #scoresFor(size: number): Float32Array {
    if (this.#scores.length < size) this.#scores = new Float32Array(size);
    return this.#scores;
  }

  #homeIndex(group: GroupState): NeighbourIndex {
    return upsert(this.#homes, groupKey(group.culture, group.language), () =>
      indexNeighbours([{ vectors: group.vectors, rows: group.idHigh.length }]),
    );
  }

  #purityIndex({ language, cultures }: LanguageState): Purity {
    return upsert(this.#purities, language, () => {
      const groups = cultures.flatMap((culture) => this.#state.groups.get(groupKey(culture, language)) ?? []);
      const sizes = groups.map(({ idHigh }) => Math.min(puritySample, idHigh.length));
      const firstMember = sizes.map((_, culture) => sizes.slice(0, culture).reduce((sum, size) => sum + size, 0));
      return {
        index: indexNeighbours(groups.map(({ vectors }, culture) => ({ vectors, rows: sizes[culture] ?? 0 }))),
        cultureOf: Uint16Array.from(sizes.flatMap((size, culture) => new Array<number>(size).fill(culture))),
        sizes: Float64Array.from(sizes),
        firstMember: Float64Array.from(firstMember),
      };
    });
  }

  #wordStatistics(language: LanguageState): WordStatistics {
    return upsert(this.#statistics, language.language, () => new WordStatistics(language));
  }
}

/** The silhouette by mean distances 1 − s to the samples of each culture, the item itself left out. O(sampled items). */
function sampleSilhouette(
  scores: Float32Array,
  { sizes, firstMember }: Purity,
  own: number,
  skip: number,
): number | null {
  let ofOwn: number | null = null;
  const others: number[] = [];
  for (const [culture, size] of sizes.entries()) {
    const first = firstMember[culture] ?? 0;
    let sum = 0;
    for (let member = first; member < first + size; member++)
      if (member !== skip) sum += Math.max(0, scores[member] ?? 0);
    const counted = culture === own && skip !== -1 ? size - 1 : size;
    if (counted === 0) continue;
    if (culture === own) ofOwn = 1 - sum / counted;
    else others.push(1 - sum / counted);
  }
  return silhouette(ofOwn, others);
}
