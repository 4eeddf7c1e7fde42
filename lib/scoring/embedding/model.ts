import { z } from "zod";
import { byText } from "../by-text.ts";
import type { EditedItem, Model, ScoredItem, ScoringContext } from "../estimator.ts";
import { readModelBytes, type StoredArray, writeModelBytes } from "../model-bytes.ts";
import { assemble } from "./assemble.ts";
import { EmbeddingMeasurer } from "./measure.ts";
import type { EmbeddingState } from "./state.ts";

export const embeddingVersion = "1";
const format = `embedding ${embeddingVersion}`;

const Facts = z.object({
  dimensions: z.int(),
  topics: z.int(),
  embedded: z.boolean(),
  search: z.object({ exact: z.boolean(), recall: z.number().nullable() }),
  probes: z.int(),
  cultures: z.array(
    z.object({
      culture: z.string(),
      first: z.int(),
      end: z.int(),
      topics: z.array(z.tuple([z.string(), z.int()])),
      itemsWithTopic: z.int(),
    }),
  ),
});
const spreads = ["typicality", "coverage", "representativeness", "distinctiveness"] as const;

/** The embedding estimator fitted to a project. Holds every vector: two bytes a number when stored, six in memory. */
export class EmbeddingModel implements Model {
  readonly estimator = "embedding";
  readonly version = embeddingVersion;
  readonly #state: EmbeddingState;
  readonly #measurer: EmbeddingMeasurer;

  constructor(state: EmbeddingState, context: ScoringContext, measurer = new EmbeddingMeasurer(state, context)) {
    this.#state = state;
    this.#measurer = measurer;
  }

  score(items: readonly EditedItem[]): ScoredItem[] {
    return items.map(({ item }) => assemble(this.#state, this.#measurer.measure(item)));
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    const { cultures, idHigh, idLow, halves, ...facts } = this.#state;
    const arrays = new Map<string, StoredArray>([
      ["idHigh", idHigh],
      ["idLow", idLow],
      ["halves", halves],
    ]);
    for (const [i, culture] of cultures.entries())
      for (const name of spreads) arrays.set(`culture ${i} ${name}`, culture[name]);
    const head: z.infer<typeof Facts> = {
      ...facts,
      cultures: cultures.map(({ culture, first, end, topics, itemsWithTopic }) => ({
        culture,
        first,
        end,
        topics: [...topics].sort(([a], [b]) => byText(a, b)),
        itemsWithTopic,
      })),
    };
    return writeModelBytes(format, head, arrays);
  }

  /** Reads what `toBytes` wrote. */
  static fromBytes(bytes: Uint8Array, context: ScoringContext): EmbeddingModel {
    const { facts, array } = readModelBytes(format, bytes);
    const { cultures, ...rest } = Facts.parse(facts);
    const state: EmbeddingState = {
      ...rest,
      cultures: cultures.map(({ topics, ...culture }, i) => {
        const spread = (name: (typeof spreads)[number]) => array(`culture ${i} ${name}`, Float32Array);
        return {
          ...culture,
          topics: new Map(topics),
          typicality: spread("typicality"),
          coverage: spread("coverage"),
          representativeness: spread("representativeness"),
          distinctiveness: spread("distinctiveness"),
        };
      }),
      idHigh: array("idHigh", Uint32Array),
      idLow: array("idLow", Uint32Array),
      halves: array("halves", Uint16Array),
    };
    return new EmbeddingModel(state, context);
  }
}
