import { z } from "zod";
import { byText } from "../by-text.ts";
import type { EditedItem, Model, ScoredItem, ScoringContext } from "../estimator.ts";
import { readModelBytes, type StoredArray, writeModelBytes } from "../model-bytes.ts";
import { WordTable } from "../word-table.ts";
import { assemble } from "./assemble.ts";
import { LexicalMeasurer } from "./measure.ts";
import { groupKey, type LexicalState } from "./state.ts";

export const lexicalVersion = "4";
const format = `lexical ${lexicalVersion}`;

const Facts = z.object({
  topics: z.int(),
  languages: z.array(z.object({ language: z.string(), cultures: z.array(z.string()) })),
  groups: z.array(z.object({ culture: z.string(), language: z.string(), items: z.int() })),
  cultures: z.array(
    z.object({ culture: z.string(), topics: z.array(z.tuple([z.string(), z.int()])), itemsWithTopic: z.int() }),
  ),
});

/** The lexical estimator fitted to a project. */
export class LexicalModel implements Model {
  readonly estimator = "lexical";
  readonly version = lexicalVersion;
  readonly #state: LexicalState;
  readonly #measurer: LexicalMeasurer;

  constructor(state: LexicalState, context: ScoringContext) {
    this.#state = state;
    this.#measurer = new LexicalMeasurer(state, context);
  }

  score(items: readonly EditedItem[]): ScoredItem[] {
    return items.map((item) => assemble(this.#state, this.#measurer.measure(item)));
  }

  /** Word rarity of a base language; null for one that it has not met. */
  rarityOf(language: string): Float32Array | null {
    return this.#state.languages.get(language)?.idf ?? null;
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return toBytes(this.#state);
  }

  /** Reads what `toBytes` wrote. */
  static fromBytes(bytes: Uint8Array, context: ScoringContext): LexicalModel {
    return new LexicalModel(fromBytes(bytes), context);
  }
}

function toBytes(state: LexicalState): Uint8Array<ArrayBuffer> {
  const arrays = new Map<string, StoredArray>();
  const languages = [...state.languages.values()];
  const groups = [...state.groups.values()];
  const cultures = [...state.cultures.values()];
  for (const [i, language] of languages.entries()) {
    arrays.set(`language ${i} idf`, language.idf);
    arrays.set(`language ${i} first`, language.words.first.subarray(0, language.words.size));
    arrays.set(`language ${i} second`, language.words.second.subarray(0, language.words.size));
    arrays.set(`language ${i} totals`, language.totals);
    arrays.set(`language ${i} rowStarts`, language.rowStarts);
    arrays.set(`language ${i} rowCultures`, language.rowCultures);
    arrays.set(`language ${i} rowCounts`, language.rowCounts);
    arrays.set(`language ${i} cultureWords`, language.cultureWords);
  }
  for (const [i, group] of groups.entries()) {
    arrays.set(`group ${i} idHigh`, group.idHigh);
    arrays.set(`group ${i} idLow`, group.idLow);
    arrays.set(`group ${i} starts`, group.vectors.starts);
    arrays.set(`group ${i} dimensions`, group.vectors.dimensions);
    arrays.set(`group ${i} weights`, group.vectors.weights);
    arrays.set(`group ${i} typicality`, group.typicality);
    arrays.set(`group ${i} coverage`, group.coverage);
  }
  for (const [i, culture] of cultures.entries()) {
    arrays.set(`culture ${i} representativeness`, culture.representativeness);
    arrays.set(`culture ${i} distinctiveness`, culture.distinctiveness);
  }
  const facts: z.infer<typeof Facts> = {
    topics: state.topics,
    languages: languages.map(({ language, cultures: compared }) => ({ language, cultures: [...compared] })),
    groups: groups.map(({ culture, language, items }) => ({ culture, language, items })),
    cultures: cultures.map(({ culture, topics, itemsWithTopic }) => ({
      culture,
      topics: [...topics].sort(([a], [b]) => byText(a, b)),
      itemsWithTopic,
    })),
  };
  return writeModelBytes(format, facts, arrays);
}

function fromBytes(bytes: Uint8Array): LexicalState {
  const { facts, array } = readModelBytes(format, bytes);
  const { topics, languages, groups, cultures } = Facts.parse(facts);
  return {
    topics,
    languages: new Map(
      languages.map(({ language, cultures: compared }, i) => {
        const state = {
          language,
          cultures: compared,
          idf: array(`language ${i} idf`, Float32Array),
          words: wordTable(array(`language ${i} first`, Uint32Array), array(`language ${i} second`, Uint32Array)),
          totals: array(`language ${i} totals`, Uint32Array),
          rowStarts: array(`language ${i} rowStarts`, Uint32Array),
          rowCultures: array(`language ${i} rowCultures`, Uint16Array),
          rowCounts: array(`language ${i} rowCounts`, Uint32Array),
          cultureWords: array(`language ${i} cultureWords`, Float64Array),
        };
        return [language, state];
      }),
    ),
    groups: new Map(
      groups.map((group, i) => {
        const vectors = {
          starts: array(`group ${i} starts`, Uint32Array),
          dimensions: array(`group ${i} dimensions`, Uint16Array),
          weights: array(`group ${i} weights`, Int16Array),
        };
        const state = {
          ...group,
          idHigh: array(`group ${i} idHigh`, Uint32Array),
          idLow: array(`group ${i} idLow`, Uint32Array),
          vectors,
          typicality: array(`group ${i} typicality`, Float32Array),
          coverage: array(`group ${i} coverage`, Float32Array),
        };
        return [groupKey(group.culture, group.language), state];
      }),
    ),
    cultures: new Map(
      cultures.map(({ culture, topics: counts, itemsWithTopic }, i) => {
        const state = {
          culture,
          topics: new Map(counts),
          itemsWithTopic,
          representativeness: array(`culture ${i} representativeness`, Float32Array),
          distinctiveness: array(`culture ${i} distinctiveness`, Float32Array),
        };
        return [culture, state];
      }),
    ),
  };
}

/** Word rarity by base language, as a stored model has learnt it, without reading the rest of it. */
export function readRarity(bytes: Uint8Array): ReadonlyMap<string, Float32Array> {
  const { facts, array } = readModelBytes(format, bytes);
  const { languages } = Facts.parse(facts);
  return new Map(languages.map(({ language }, i) => [language, array(`language ${i} idf`, Float32Array)]));
}

function wordTable(first: Uint32Array, second: Uint32Array): WordTable {
  const words = new WordTable(Math.max(16, first.length));
  for (let i = 0; i < first.length; i++) words.add(first[i] ?? 0, second[i] ?? 0);
  return words;
}
