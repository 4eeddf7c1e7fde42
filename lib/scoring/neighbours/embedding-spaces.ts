import { byText } from "../by-text.ts";
import { CellSearch, cellSeeds, cutIntoCells } from "../embedding/cell-search.ts";
import { itemVector, unitOf } from "../embedding/item-vector.ts";
import { VectorPool } from "../embedding/pool-search.ts";
import type { ScoringContext, ScoringItem } from "../estimator.ts";
import { identityHash } from "../identity-hash.ts";
import { everyRow } from "./every-row.ts";
import { type CandidateSearch, type Likeness, toLikeness } from "./likeness.ts";
import type { NeighbourSpace } from "./space.ts";

/** The usual search looks into one of so many cells. */
const oneCellOf = 8;

/** The one space of a project's embeddings, across languages, and who is not in it. Empty where nobody is. */
export interface EmbeddingSpaces {
  spaces: NeighbourSpace[];
  /** Items that have no vector. */
  apart: string[];
}

/**
 * Reads the items once into the vectors that `embedding` compares (0.7 answer, 0.3 question). Holds six bytes a number of each vector
 * while it reads, four after.
 */
export async function embeddingSpaces(
  items: AsyncIterable<ScoringItem> | Iterable<ScoringItem>,
  context: ScoringContext,
): Promise<EmbeddingSpaces> {
  const read: { id: string; culture: string; halves: Uint16Array }[] = [];
  const apart: string[] = [];
  let dimensions = 0;
  for await (const item of items) {
    const halves = itemVector(item, context);
    if (halves !== null && dimensions === 0) dimensions = halves.length;
    if (halves === null || halves.length !== dimensions) apart.push(item.id);
    else read.push({ id: item.id, culture: item.culture, halves });
  }
  if (read.length === 0) return { spaces: [], apart };
  read.sort((a, b) => byText(a.culture, b.culture) || byText(a.id, b.id));
  const vectors = new Float32Array(read.length * dimensions);
  for (const [row, { halves }] of read.entries()) vectors.set(unitOf(halves), row * dimensions);
  const pool = new VectorPool(vectors, dimensions);
  const cultures = [...new Set(read.map(({ culture }) => culture))];
  const numbers = new Map(cultures.map((code, number) => [code, number]));
  const ids = read.map(({ id }) => id);
  const space: NeighbourSpace = {
    ids,
    cultures,
    cultureOf: Uint16Array.from(read, ({ culture }) => numbers.get(culture) ?? 0),
    likeness: likenessOf(pool),
    search: (width) => (width < oneCellOf ? cellCandidates(pool, ids, width) : everyRow(pool.size)),
  };
  return { spaces: [space], apart };
}

/** By the cosine. One comparison costs the numbers of a vector. */
function likenessOf(pool: VectorPool): Likeness {
  return {
    size: pool.size,
    compare(row, others, count, into) {
      const vector = pool.row(row);
      for (let at = 0; at < count; at++) into[at] = toLikeness(pool.cosine(vector, others[at] ?? 0));
    },
  };
}

function cellCandidates(pool: VectorPool, ids: readonly string[], width: number): CandidateSearch {
  const hashes = ids.map((id) => identityHash(id));
  const seeds = cellSeeds(
    Uint32Array.from(hashes, ({ high }) => high),
    Uint32Array.from(hashes, ({ low }) => low),
  );
  const search = new CellSearch(pool, cutIntoCells(pool, seeds), Math.ceil((seeds.length * width) / oneCellOf));
  return {
    most: pool.size,
    candidates(row, into) {
      const { rows, count } = search.near(pool.row(row));
      let found = 0;
      for (let at = 0; at < count; at++) if (rows[at] !== row) into[found++] = rows[at] ?? 0;
      return found;
    },
  };
}
