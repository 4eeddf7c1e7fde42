import { neighboursKept } from "./nearest-of.ts";

interface Entry {
  id: string;
  similarity: number;
  culture?: string;
}

/**
 * A list of neighbours, nearest first, in which one conversation stands anew: at its similarity, or not at all for null. Of a
 * foreign culture only its nearest is kept. A list that was full names no more than before. O(list).
 */
export function withNeighbour<One extends Entry>(list: readonly One[], id: string, entry: One | null): One[] {
  const others = list.filter((one) => one.id !== id);
  if (entry === null || entry.similarity <= 0) return others;
  const rival = entry.culture === undefined ? undefined : others.find(({ culture }) => culture === entry.culture);
  if (rival !== undefined && rival.similarity >= entry.similarity) return others;
  const kept = others.filter((one) => one !== rival);
  const place = kept.findIndex((one) => one.similarity < entry.similarity);
  return [
    ...kept.slice(0, place === -1 ? kept.length : place),
    entry,
    ...(place === -1 ? [] : kept.slice(place)),
  ].slice(0, neighboursKept);
}
