import type { Estimator, ScoredItem } from "../estimator.ts";
import { Spreads } from "../spreads.ts";
import { assemble, distinctiveness, representativeness } from "./assemble.ts";
import { collect } from "./collect.ts";
import { LexicalMeasurer, type Measured } from "./measure.ts";
import { LexicalModel, lexicalVersion } from "./model.ts";
import { groupKey, type LexicalState } from "./state.ts";

/**
 * Scores by wording alone, no language model. Representativeness is typicality of wording: it says how close the words of
 * an item are to what its culture's items say in its language, and nothing of whether that is true. Distinctiveness says
 * how surely the words set it apart from the other cultures that write in its language.
 */
export const lexical: Estimator = {
  name: "lexical",
  version: lexicalVersion,
  scope: "item",
  async fit(items, context) {
    const counted = await collect(items, context);
    const measurer = new LexicalMeasurer(counted, context);
    const measured: Measured[] = [];
    for await (const item of items()) measured.push(measurer.measure({ item, fittedAs: item }));
    const state = withSpreads(counted, measured);
    const scores: Iterable<ScoredItem> = {
      *[Symbol.iterator]() {
        for (const one of measured) yield assemble(state, one);
      },
    };
    return { model: new LexicalModel(state, context), scores };
  },
  fromBytes: (bytes, context) => LexicalModel.fromBytes(bytes, context),
};

/** The state with the spreads that percentiles are taken in: first of the parts, then of the scores made of them. */
function withSpreads(state: LexicalState, measured: readonly Measured[]): LexicalState {
  const typicality = new Spreads();
  const coverage = new Spreads();
  for (const { culture, language, home } of measured) {
    typicality.add(groupKey(culture, language), home?.typicality ?? null);
    coverage.add(groupKey(culture, language), home?.coverage ?? null);
  }
  const parts: LexicalState = {
    ...state,
    groups: new Map(
      [...state.groups].map(([key, group]) => [
        key,
        { ...group, typicality: typicality.sketch(key), coverage: coverage.sketch(key) },
      ]),
    ),
  };
  const typical = new Spreads();
  const distinct = new Spreads();
  for (const one of measured) {
    typical.add(one.culture, representativeness(parts, one));
    distinct.add(one.culture, distinctiveness(one));
  }
  return {
    ...parts,
    cultures: new Map(
      [...state.cultures].map(([key, culture]) => [
        key,
        { ...culture, representativeness: typical.sketch(key), distinctiveness: distinct.sketch(key) },
      ]),
    ),
  };
}
