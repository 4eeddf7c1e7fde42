import type { Estimator, ScoredItem, ScoringContext, ScoringItems } from "../estimator.ts";
import { Spreads } from "../spreads.ts";
import { assemble, distinctiveness, representativeness } from "./assemble.ts";
import { chooseSearch } from "./choose-search.ts";
import { collect } from "./collect.ts";
import { EmbeddingMeasurer, type Measured } from "./measure.ts";
import { EmbeddingModel, embeddingVersion } from "./model.ts";
import { type EmbeddingState, exactUpTo } from "./state.ts";

/**
 * Scores by vectors that an embedding model gives texts, across languages. Representativeness is how close an item lies to what
 * its culture's items say, as that model reads them, and nothing of whether it is true. Distinctiveness is how surely its neighbours are
 * compatriots and how much nearer it is to its culture's centre than to another's.
 */
export const embedding: Estimator = {
  name: "embedding",
  version: embeddingVersion,
  scope: "item",
  fit: (items, context) => fitEmbedding(items, context),
  fromBytes: (bytes, context) => EmbeddingModel.fromBytes(bytes, context),
};

/**
 * Compares every item with every other for up to `exactRows` items, which is quadratic; beyond, with those of the nearest cells.
 * Memory: six bytes for each number of each vector, and as much again while the vectors are gathered.
 */
export async function fitEmbedding(items: ScoringItems, context: ScoringContext, exactRows: number = exactUpTo) {
  const gathered = await collect(items, context);
  const measurer = new EmbeddingMeasurer(gathered, context);
  let state = gathered;
  if (measurer.pool.size > exactRows) {
    const { probes, search } = chooseSearch(measurer);
    measurer.use(measurer.searchWith(probes));
    state = { ...gathered, probes, search };
  }
  const measured: Measured[] = [];
  for await (const item of items()) measured.push(measurer.measure(item));
  const fitted = withSpreads(state, measured);
  const scores: Iterable<ScoredItem> = {
    *[Symbol.iterator]() {
      for (const one of measured) yield assemble(fitted, one);
    },
  };
  return { model: new EmbeddingModel(fitted, context, measurer), scores, search: fitted.search };
}

/** The state with the spreads that percentiles are taken in: first of the parts, then of the scores made of them. */
function withSpreads(state: EmbeddingState, measured: readonly Measured[]): EmbeddingState {
  const typicality = new Spreads();
  const coverage = new Spreads();
  for (const { culture, home } of measured) {
    typicality.add(culture, home?.typicality ?? null);
    coverage.add(culture, home?.coverage ?? null);
  }
  const parts: EmbeddingState = {
    ...state,
    cultures: state.cultures.map((culture) => ({
      ...culture,
      typicality: typicality.sketch(culture.culture),
      coverage: coverage.sketch(culture.culture),
    })),
  };
  const typical = new Spreads();
  const distinct = new Spreads();
  for (const one of measured) {
    typical.add(one.culture, representativeness(parts, one));
    distinct.add(one.culture, distinctiveness(one));
  }
  return {
    ...parts,
    cultures: parts.cultures.map((culture) => ({
      ...culture,
      representativeness: typical.sketch(culture.culture),
      distinctiveness: distinct.sketch(culture.culture),
    })),
  };
}
