import type { PackedVectors } from "../packed-vectors.ts";
import type { WordTable } from "../word-table.ts";

/** At least so many answered items of a culture in a language, or typicality means nothing. */
export const fewestForTypicality = 10;
/** At least so many answered items of each culture compared, or word counts mean nothing. */
export const fewestForComparison = 20;
/** Typicality looks at so many nearest compatriots. */
export const typicalityNeighbours = 10;
/** Purity looks at so many nearest neighbours of all cultures. */
export const purityNeighbours = 15;
/** Each culture lends at most so many items to the search for neighbours abroad. */
export const puritySample = 200;
/** Each culture and language keeps at most so many items to be neighbours of its own. */
export const typicalitySample = 1000;
/** All samples together, so that a model of 60 cultures stays within some tens of megabytes. */
export const sampleBudget = 40_000;

/** What is known of one base language: word statistics of the cultures that can be compared in it. */
export interface LanguageState {
  language: string;
  idf: Float32Array;
  /** Cultures with enough answers, in order of code; their numbers below are places in this list. */
  cultures: readonly string[];
  words: WordTable;
  /** Uses of each word by all compared cultures. */
  totals: Uint32Array;
  /** Uses by culture: word w has rows [rowStarts[w], rowStarts[w + 1]). */
  rowStarts: Uint32Array;
  rowCultures: Uint16Array;
  rowCounts: Uint32Array;
  /** Words written by each culture. */
  cultureWords: Float64Array;
}

/** One culture in one base language: the sample that neighbours are looked for in, and how its items spread. */
export interface GroupState {
  culture: string;
  language: string;
  /** Answered items. */
  items: number;
  /** Hashes of the identifiers of the sampled items, ascending. */
  idHigh: Uint32Array;
  idLow: Uint32Array;
  vectors: PackedVectors;
  /** Raw typicality and coverage loss of its items, for percentiles. */
  typicality: Float32Array;
  coverage: Float32Array;
}

/** One culture over all languages: topics of its answered items, and how its scores spread. */
interface CultureState {
  culture: string;
  topics: ReadonlyMap<string, number>;
  itemsWithTopic: number;
  representativeness: Float32Array;
  distinctiveness: Float32Array;
}

/** All that the lexical estimator has learnt of a project. */
export interface LexicalState {
  /** Distinct topics in the project. */
  topics: number;
  languages: ReadonlyMap<string, LanguageState>;
  /** By `groupKey`. */
  groups: ReadonlyMap<string, GroupState>;
  cultures: ReadonlyMap<string, CultureState>;
}

/** Names a culture in a base language. */
export function groupKey(culture: string, language: string): string {
  return `${language}\n${culture}`;
}
