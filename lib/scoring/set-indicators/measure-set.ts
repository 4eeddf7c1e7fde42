import { baseLanguage } from "../base-language.ts";
import { byText } from "../by-text.ts";
import type { ScoringContext, ScoringItem } from "../estimator.ts";
import { featureDimensions } from "../hashed-features.ts";
import { LexicalReader } from "../lexical/reader.ts";
import { indexNeighbours, type NeighbourIndex, similarities } from "../nearest-neighbours.ts";
import { packVectors } from "../packed-vectors.ts";
import { countDocument, createDocumentFrequencies, inverseDocumentFrequency } from "../text-vectors.ts";
import { upsert } from "../upsert.ts";
import { wordAt } from "../word-tokens.ts";
import { type Confusion, countConfusion } from "./confusion.ts";
import { distinctN } from "./distinct-n.ts";
import { diversityGain } from "./diversity-gain.ts";
import { macroF1 } from "./macro-f1.ts";
import { guessByCentroid, type Placed } from "./nearest-centroid.ts";
import { redundancy } from "./redundancy.ts";
import { setCoverage } from "./set-coverage.ts";
import { sharedInformation } from "./shared-information.ts";

/** Cultures with fewer texts in a language are left out of separability: a centroid of a handful says little. */
export const fewestToSeparate = 10;

/** What a set is measured by. An item may be in several; it is the same one where the id is. */
export interface SetSamples {
  /** The set itself, or a sample of it. */
  set: readonly ScoringItem[];
  /** What it is to stand for: all that the cultures have, or a sample. */
  pool: readonly ScoringItem[];
  /** What was there before: the accepted ones outside the set, or a sample. */
  seeds: readonly ScoringItem[];
}

/** Of one culture, over its languages, each text counting alike. Null where there is nothing to measure by. */
export interface CultureIndicators {
  coverage: number | null;
  redundancy: number | null;
  diversityGain: number | null;
  /** Texts of the set, of the pool, and of the set that have seeds to be measured against. */
  texts: number;
  pool: number;
  seeded: number;
}

/** How far the cultures that write in one language can be told apart by wording. */
export interface Separability {
  language: string;
  texts: number;
  macroF1: number;
  /** I(culture; guess) / H(culture). */
  information: number;
  /** The mean silhouette, in [−1,1]. */
  silhouette: number;
  confusion: Confusion;
}

export interface SetMeasures {
  cultures: ReadonlyMap<string, CultureIndicators>;
  separability: readonly Separability[];
  distinct1: number | null;
  distinct2: number | null;
}

interface Text extends Placed {
  id: string;
  vector: { dimensions: Uint16Array; weights: Float32Array };
}

interface Nearness {
  pool: number[];
  own: number[];
  seeds: number[];
}

/**
 * Measures a set by wording: answers without words are left out, and texts are compared within their base language only.
 * Coverage, redundancy and diversity gain are within the culture. Deterministic; O(texts² of a culture × entries).
 * @param pause called between portions, so that a server can do other things meanwhile
 */
export async function measureSet(
  samples: SetSamples,
  context: ScoringContext,
  pause: () => Promise<void>,
): Promise<SetMeasures> {
  const reader = new LexicalReader(context);
  const languages = new Map<string, { [Part in keyof SetSamples]: ScoringItem[] }>();
  for (const part of ["set", "pool", "seeds"] as const) {
    for (const item of samples[part]) {
      if (item.response.trim() === "") continue;
      upsert(languages, baseLanguage(item.language), () => ({ set: [], pool: [], seeds: [] }))[part].push(item);
    }
  }
  const nearness = new Map<string, Nearness>();
  const separability: Separability[] = [];
  const words: string[][] = [];
  for (const [language, parts] of [...languages].sort(([a], [b]) => byText(a, b))) {
    const idf = await rarityOf([...parts.set, ...parts.pool, ...parts.seeds], reader, pause);
    const read = async (items: readonly ScoringItem[]) => readTexts(items, idf, reader, pause);
    const set = await read(parts.set);
    words.push(...set.words);
    const [pool, seeds] = [await read(parts.pool), await read(parts.seeds)];
    for (const [culture, ofSet] of byCulture(set.texts)) {
      const found = upsert(nearness, culture, () => ({ pool: [], own: [], seeds: [] }));
      found.own.push(...(await nearestOf(ofSet, ofSet, "others", pause)));
      const ofSeeds = seeds.texts.filter((text) => text.culture === culture);
      if (ofSeeds.length > 0) found.seeds.push(...(await nearestOf(ofSet, ofSeeds, "all", pause)));
    }
    for (const [culture, ofPool] of byCulture(pool.texts)) {
      const found = upsert(nearness, culture, () => ({ pool: [], own: [], seeds: [] }));
      const ofSet = set.texts.filter((text) => text.culture === culture);
      found.pool.push(...(await nearestOf(ofPool, ofSet, "all", pause)));
    }
    const apart = separate(language, set.texts);
    if (apart !== null) separability.push(apart);
    await pause();
  }
  const inOrder = [...nearness].sort(([a], [b]) => byText(a, b));
  return {
    cultures: new Map(
      inOrder.map(([culture, { pool, own, seeds }]) => [
        culture,
        {
          coverage: setCoverage(pool),
          redundancy: redundancy(own),
          diversityGain: diversityGain(seeds),
          texts: own.length,
          pool: pool.length,
          seeded: seeds.length,
        },
      ]),
    ),
    separability,
    distinct1: distinctN(words, 1),
    distinct2: distinctN(words, 2),
  };
}

/** So many texts are read or compared before others get their turn: some milliseconds. */
const portion = 25;

async function eachInPortions<Value>(
  values: readonly Value[],
  pause: () => Promise<void>,
  act: (value: Value) => void,
): Promise<void> {
  for (const [i, value] of values.entries()) {
    if (i > 0 && i % portion === 0) await pause();
    act(value);
  }
}

/** Word rarity among the texts given, each item counted once. */
async function rarityOf(items: readonly ScoringItem[], reader: LexicalReader, pause: () => Promise<void>) {
  const once = [...new Map(items.map((item) => [item.id, item])).values()];
  const frequencies = createDocumentFrequencies();
  await eachInPortions(once, pause, (item) => {
    const { response, question } = reader.tokens(item);
    countDocument([response.tokens, question], frequencies);
  });
  return inverseDocumentFrequency(frequencies);
}

async function readTexts(
  items: readonly ScoringItem[],
  idf: Float32Array,
  reader: LexicalReader,
  pause: () => Promise<void>,
): Promise<{ texts: Text[]; words: string[][] }> {
  const texts: Text[] = [];
  const words: string[][] = [];
  await eachInPortions(items, pause, (item) => {
    const { response, vector } = reader.read(item, idf);
    if (response.size === 0) return;
    const { size } = vector;
    texts.push({
      id: item.id,
      culture: item.culture,
      vector: { dimensions: vector.dimensions.slice(0, size), weights: vector.weights.slice(0, size) },
    });
    words.push(Array.from({ length: response.total }, (_, i) => wordAt(response.tokens, i)));
  });
  return { texts, words };
}

function byCulture(texts: readonly Text[]): [string, Text[]][] {
  return [...Map.groupBy(texts, ({ culture }) => culture)].sort(([a], [b]) => byText(a, b));
}

/** For each text its similarity to the nearest of others; "others" leaves it out itself, else it is its own nearest. */
async function nearestOf(
  texts: readonly Text[],
  among: readonly Text[],
  which: "all" | "others",
  pause: () => Promise<void>,
): Promise<number[]> {
  const index = toIndex(among);
  const places = new Map(among.map(({ id }, place) => [id, place]));
  const found = new Float32Array(index.size);
  const nearest: number[] = [];
  await eachInPortions(texts, pause, ({ id, vector }) => {
    const self = places.get(id) ?? -1;
    if (self !== -1 && which === "all") {
      nearest.push(1);
      return;
    }
    similarities(index, { ...vector, size: vector.dimensions.length }, found);
    let best = 0;
    for (let place = 0; place < index.size; place++) {
      if (place !== self && (found[place] ?? 0) > best) best = found[place] ?? 0;
    }
    nearest.push(Math.min(1, best));
  });
  return nearest;
}

function toIndex(texts: readonly Text[]): NeighbourIndex {
  const vectors = packVectors(texts, ({ vector }) => ({ ...vector, size: vector.dimensions.length }));
  return indexNeighbours([{ vectors, rows: texts.length }]);
}

function separate(language: string, texts: readonly Text[]): Separability | null {
  const large = byCulture(texts).filter(([, ofCulture]) => ofCulture.length >= fewestToSeparate);
  if (large.length < 2) return null;
  const guesses = guessByCentroid(
    large.flatMap(([, ofCulture]) => ofCulture),
    featureDimensions,
  );
  const confusion = countConfusion(guesses.map(({ truth, guess }) => [truth, guess]));
  return {
    language,
    texts: guesses.length,
    macroF1: macroF1(confusion) ?? 0,
    information: sharedInformation(confusion) ?? 0,
    silhouette: guesses.reduce((sum, guess) => sum + (guess.silhouette ?? 0), 0) / guesses.length,
    confusion,
  };
}
