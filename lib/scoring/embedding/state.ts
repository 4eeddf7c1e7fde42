import type { SearchQuality } from "../estimator.ts";

/** At least so many items of a culture with vectors, or typicality means nothing. */
export const fewestForTypicality = 10;
/** At least so many of each culture compared, or a neighbourhood and a centre mean nothing. */
export const fewestForComparison = 20;
/** Typicality looks at so many nearest compatriots. */
export const typicalityNeighbours = 10;
/** Purity looks at so many nearest of all cultures. */
export const purityNeighbours = 15;
/** How far apart a culture's items lie is told from so many of them. */
export const spreadSample = 50;
/** Up to so many items are searched exactly. */
export const exactUpTo = 20_000;

/** One culture: where its items lie in the pool, its topics, and how its items spread. */
export interface CultureState {
  culture: string;
  /** Its rows are [first, end). */
  first: number;
  end: number;
  topics: ReadonlyMap<string, number>;
  itemsWithTopic: number;
  /** Raw typicality and coverage loss of its items, and its scores, for percentiles. */
  typicality: Float32Array;
  coverage: Float32Array;
  representativeness: Float32Array;
  distinctiveness: Float32Array;
}

/** All that the embedding estimator has learnt of a project. */
export interface EmbeddingState {
  /** Numbers in a vector; 0 where nothing has one. */
  dimensions: number;
  /** Distinct topics in the project. */
  topics: number;
  /** Whether vectors are handed in at all. */
  embedded: boolean;
  /** In order of code. */
  cultures: readonly CultureState[];
  /** Of each row the hash of its item's identifier, ascending within a culture. */
  idHigh: Uint32Array;
  idLow: Uint32Array;
  /** Row after row, as halves. */
  halves: Uint16Array;
  search: SearchQuality;
  /** How many cells the fast search looks into; 0 for the exact one. */
  probes: number;
}
