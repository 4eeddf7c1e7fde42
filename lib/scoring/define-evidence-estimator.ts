import { z } from "zod";
import { measureNames } from "../schema/choices.ts";
import type { EstimatorName, Interval, Measure, MeasureName, ScoreParts } from "../schema/score.ts";
import type { Estimator, Model, ScoredItem, ScoringContext, ScoringItem, ScoringItems } from "./estimator.ts";
import { readModelBytes, type StoredArray, writeModelBytes } from "./model-bytes.ts";
import { percentile } from "./percentile.ts";
import { Spreads } from "./spreads.ts";

/** A measure before its place among those of the culture is known. */
export type Found = { computed: true; value: number; interval: Interval | null } | { computed: false; reason: string };

/** What the evidence on one item comes to. */
export interface Weighed {
  representativeness: Found;
  distinctiveness: Found;
  parts: ScoreParts;
}

interface Definition<Learnt> {
  name: EstimatorName;
  version: string;
  /** What is learnt of a project, as JSON can hold it. */
  Learnt: z.ZodType<Learnt>;
  /** Learns from the evidence on all items what is needed to weigh that on one. */
  learn: (items: ScoringItems, context: ScoringContext) => Promise<Learnt>;
  /** Weighs the evidence that the context holds on an item. */
  weigh: (item: ScoringItem, context: ScoringContext, learnt: Learnt) => Weighed;
}

/** What was learnt, and by culture, ascending, what percentiles are taken in. */
interface State<Learnt> {
  learnt: Learnt;
  representativeness: ReadonlyMap<string, Float32Array>;
  distinctiveness: ReadonlyMap<string, Float32Array>;
}

const Facts = z.object({
  learnt: z.unknown(),
  representativeness: z.array(z.string()),
  distinctiveness: z.array(z.string()),
});

/**
 * An estimator that reads no text: it weighs evidence that people or models gave on single items and that the context hands
 * in. Of a project it learns how the values of a culture spread, and what the definition says. O(items).
 */
export function defineEvidenceEstimator<Learnt>(definition: Definition<Learnt>): Estimator {
  const { name, version, learn, weigh } = definition;
  return {
    name,
    version,
    scope: "item",
    async fit(items, context) {
      const learnt = await learn(items, context);
      const weighed: { item: Pick<ScoringItem, "id" | "culture">; found: Weighed }[] = [];
      const representativeness = new Spreads();
      const distinctiveness = new Spreads();
      for await (const item of items()) {
        const found = weigh(item, context, learnt);
        representativeness.add(item.culture, numberIn(found.representativeness));
        distinctiveness.add(item.culture, numberIn(found.distinctiveness));
        weighed.push({ item: { id: item.id, culture: item.culture }, found });
      }
      const state: State<Learnt> = {
        learnt,
        representativeness: representativeness.sketches(),
        distinctiveness: distinctiveness.sketches(),
      };
      const scores: Iterable<ScoredItem> = {
        *[Symbol.iterator]() {
          for (const { item, found } of weighed) yield place(state, item, found);
        },
      };
      return { model: toModel(definition, state, context), scores };
    },
    fromBytes: (bytes, context) => toModel(definition, fromBytes(definition, bytes), context),
  };
}

function toModel<Learnt>(definition: Definition<Learnt>, state: State<Learnt>, context: ScoringContext): Model {
  const { name, version, weigh } = definition;
  return {
    estimator: name,
    version,
    score: (items) => items.map(({ item }) => place(state, item, weigh(item, context, state.learnt))),
    toBytes: () => toBytes(definition, state),
  };
}

function place(
  state: State<unknown>,
  { id, culture }: Pick<ScoringItem, "id" | "culture">,
  found: Weighed,
): ScoredItem {
  return {
    id,
    representativeness: toMeasure(found.representativeness, state.representativeness.get(culture)),
    distinctiveness: toMeasure(found.distinctiveness, state.distinctiveness.get(culture)),
    parts: found.parts,
  };
}

function toMeasure(found: Found, spread: Float32Array | undefined): Measure {
  if (!found.computed) return found;
  return { ...found, percentile: percentile(spread ?? new Float32Array(), Math.fround(found.value)) };
}

function numberIn(found: Found): number | null {
  return found.computed ? found.value : null;
}

const formatOf = ({ name, version }: Pick<Estimator, "name" | "version">) => `${name} ${version}`;

function toBytes(definition: Pick<Estimator, "name" | "version">, state: State<unknown>): Uint8Array<ArrayBuffer> {
  const arrays = new Map<string, StoredArray>();
  for (const measure of measureNames) {
    for (const [culture, spread] of state[measure]) arrays.set(`${measure} ${culture}`, spread);
  }
  const facts: z.infer<typeof Facts> = {
    learnt: state.learnt,
    representativeness: [...state.representativeness.keys()],
    distinctiveness: [...state.distinctiveness.keys()],
  };
  return writeModelBytes(formatOf(definition), facts, arrays);
}

function fromBytes<Learnt>(definition: Definition<Learnt>, bytes: Uint8Array): State<Learnt> {
  const { facts, array } = readModelBytes(formatOf(definition), bytes);
  const listed = Facts.parse(facts);
  const spreads = (measure: MeasureName) =>
    new Map(listed[measure].map((culture) => [culture, array(`${measure} ${culture}`, Float32Array)]));
  return {
    learnt: definition.Learnt.parse(listed.learnt),
    representativeness: spreads("representativeness"),
    distinctiveness: spreads("distinctiveness"),
  };
}
