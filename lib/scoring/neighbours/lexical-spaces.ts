import { baseLanguage } from "../base-language.ts";
import { byText } from "../by-text.ts";
import type { ScoringContext, ScoringItem } from "../estimator.ts";
import { LexicalReader } from "../lexical/reader.ts";
import { type PackedVectors, VectorPacker } from "../packed-vectors.ts";
import { upsert } from "../upsert.ts";
import type { NeighbourSpace } from "./space.ts";
import { SparseLikeness } from "./sparse-likeness.ts";
import { SparseSearch } from "./sparse-search.ts";

/** In the usual search a feature lists at most so many rows. */
const usualLongest = 600;

/** The spaces of a project's wording, one a base language, and who is in none. */
export interface LexicalSpaces {
  /** In order of language. */
  spaces: NeighbourSpace[];
  /** Items that have no answer, no words, or a language that word rarity is not known of. */
  apart: string[];
}

interface Collected {
  ids: string[];
  cultures: string[];
  packer: VectorPacker;
}

/**
 * Reads the items once into vectors of their wording (0.7 answer, 0.3 question, places masked), as `lexical` compares them.
 * Holds some 800 bytes an item.
 *
 * @param idfOf word rarity by base language, as `lexical` has learnt it; null for a language it has not met
 * @param longest rows that a feature lists at most in the usual search
 */
export async function lexicalSpaces(
  items: AsyncIterable<ScoringItem> | Iterable<ScoringItem>,
  idfOf: (language: string) => Float32Array | null,
  context: ScoringContext,
  longest: number = usualLongest,
): Promise<LexicalSpaces> {
  const reader = new LexicalReader(context);
  const languages = new Map<string, Collected>();
  const apart: string[] = [];
  for await (const item of items) {
    const language = baseLanguage(item.language);
    const idf = item.response.trim() === "" ? null : idfOf(language);
    const read = idf === null ? null : reader.read(item, idf);
    if (read === null || read.response.size === 0) {
      apart.push(item.id);
      continue;
    }
    const collected = upsert(languages, language, () => ({ ids: [], cultures: [], packer: new VectorPacker() }));
    collected.ids.push(item.id);
    collected.cultures.push(item.culture);
    collected.packer.add(read.vector);
  }
  const inOrder = [...languages].sort(([a], [b]) => byText(a, b));
  return { spaces: inOrder.map(([, collected]) => toSpace(collected, longest)), apart };
}

function toSpace({ ids, cultures: codes, packer }: Collected, longest: number): NeighbourSpace {
  const order = Array.from(ids.keys()).sort(
    (a, b) => byText(codes[a] ?? "", codes[b] ?? "") || byText(ids[a] ?? "", ids[b] ?? ""),
  );
  const vectors = inOrder(packer.pack(), order);
  const cultures = [...new Set(codes)].sort(byText);
  const numbers = new Map(cultures.map((code, number) => [code, number]));
  const cultureOf = Uint16Array.from(order, (row) => numbers.get(codes[row] ?? "") ?? 0);
  return {
    ids: order.map((row) => ids[row] ?? ""),
    cultures,
    cultureOf,
    likeness: new SparseLikeness(vectors),
    search: (width) => new SparseSearch(vectors, cultureOf, cultures.length, longest * width),
  };
}

/** The rows in another order; the vectors themselves where they are in it already. */
function inOrder(vectors: PackedVectors, order: readonly number[]): PackedVectors {
  if (order.every((row, place) => row === place)) return vectors;
  const starts = new Uint32Array(vectors.starts.length);
  const dimensions = new Uint16Array(vectors.dimensions.length);
  const weights = new Int16Array(vectors.weights.length);
  for (const [place, row] of order.entries()) {
    const [begin, end] = [vectors.starts[row] ?? 0, vectors.starts[row + 1] ?? 0];
    const at = starts[place] ?? 0;
    dimensions.set(vectors.dimensions.subarray(begin, end), at);
    weights.set(vectors.weights.subarray(begin, end), at);
    starts[place + 1] = at + end - begin;
  }
  return { starts, dimensions, weights };
}
