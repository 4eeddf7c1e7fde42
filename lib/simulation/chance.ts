import { seededChance } from "#lib/random.ts";
import { fnv1a64, mixBits } from "#lib/text/hash.ts";

/**
 * A number in [0, 2^32) that follows from some texts alone, each bit of it from all of them: FNV-1a, whose upper bits hardly differ
 * between short texts, and the finaliser of MurmurHash3.
 */
export function hashOf(...parts: readonly (string | number)[]): number {
  return mixBits(Number.parseInt(fnv1a64(parts.join("\u001f")).slice(8), 16));
}

/** Chance that repeats itself: the same texts give the same sequence of numbers in [0,1). */
export function chanceOf(...parts: readonly (string | number)[]): () => number {
  return seededChance(hashOf(...parts));
}

/** One of several, by a number in [0,1). */
export function pick<Item>(items: readonly [Item, ...Item[]], at: number): Item {
  return items[Math.floor(at * items.length)] ?? items[0];
}
