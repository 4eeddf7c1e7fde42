import { seededChance } from "#lib/random.ts";
import { fnv1a64 } from "#lib/text/hash.ts";

/**
 * A number in [0, 2^32) that follows from some texts alone, each bit of it from all of them: FNV-1a, whose upper bits hardly differ
 * between short texts, and the finalizer of MurmurHash3 (Appleby, public domain).
 */
export function hashOf(...parts: readonly (string | number)[]): number {
  let hash = Number.parseInt(fnv1a64(parts.join("\u001f")).slice(8), 16);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Chance that repeats itself: the same texts give the same sequence of numbers in [0,1). */
export function chanceOf(...parts: readonly (string | number)[]): () => number {
  return seededChance(hashOf(...parts));
}

/** One of several, by a number in [0,1). */
export function pick<Item>(items: readonly [Item, ...Item[]], at: number): Item {
  return items[Math.floor(at * items.length)] ?? items[0];
}
