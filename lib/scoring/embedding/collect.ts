import { byText } from "../by-text.ts";
import type { ScoringContext, ScoringItem, ScoringItems } from "../estimator.ts";
import { compareIdentityHash, type IdentityHash, identityHash } from "../identity-hash.ts";
import { upsert } from "../upsert.ts";
import { itemVector } from "./item-vector.ts";
import type { CultureState, EmbeddingState } from "./state.ts";

interface Row {
  id: string;
  hash: IdentityHash;
  halves: Uint16Array;
}

interface CultureRows {
  rows: Row[];
  topics: Map<string, number>;
}

/**
 * The first pass: gathers the vectors, sorted by culture and hash so that no order of reading matters, and counts topics. The spreads for
 * percentiles come later. Vectors of another length than most have none.
 */
export async function collect(items: ScoringItems, context: ScoringContext): Promise<EmbeddingState> {
  const cultures = new Map<string, CultureRows>();
  const lengths = new Map<number, number>();
  for await (const item of items()) {
    const halves = itemVector(item, context);
    if (halves === null || !halves.some((half) => (half & 0x7fff) !== 0)) continue;
    lengths.set(halves.length, (lengths.get(halves.length) ?? 0) + 1);
    add(
      upsert(cultures, item.culture, (): CultureRows => ({ rows: [], topics: new Map() })),
      item,
      halves,
    );
  }
  const [dimensions = 0] = [...lengths].sort(([a, many], [b, more]) => more - many || a - b).at(0) ?? [];
  const inOrder = [...cultures]
    .sort(([a], [b]) => byText(a, b))
    .map(([culture, { rows: own, topics }]) => ({
      culture,
      topics,
      own: own
        .filter(({ halves }) => halves.length === dimensions)
        .sort((a, b) => compareIdentityHash(a.hash, b.hash) || byText(a.id, b.id)),
    }));
  const rows = inOrder.flatMap(({ own }) => own);
  const halves = new Uint16Array(rows.length * dimensions);
  for (const [row, one] of rows.entries()) halves.set(one.halves, row * dimensions);
  let first = 0;
  const states = inOrder.map(({ culture, topics, own }): CultureState => {
    const end = first + own.length;
    const state: CultureState = {
      culture,
      first,
      end,
      topics,
      itemsWithTopic: [...topics.values()].reduce((sum, count) => sum + count, 0),
      typicality: new Float32Array(),
      coverage: new Float32Array(),
      representativeness: new Float32Array(),
      distinctiveness: new Float32Array(),
    };
    first = end;
    return state;
  });
  return {
    dimensions,
    topics: new Set(inOrder.flatMap(({ topics }) => [...topics.keys()])).size,
    embedded: context.answerVector !== undefined,
    cultures: states,
    idHigh: Uint32Array.from(rows, ({ hash }) => hash.high),
    idLow: Uint32Array.from(rows, ({ hash }) => hash.low),
    halves,
    search: { exact: true, recall: null },
    probes: 0,
  };
}

function add({ rows, topics }: CultureRows, { id, topic }: ScoringItem, halves: Uint16Array): void {
  rows.push({ id, hash: identityHash(id), halves });
  if (topic !== null) topics.set(topic, (topics.get(topic) ?? 0) + 1);
}
