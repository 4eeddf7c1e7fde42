import { createWordTokens, readWordTokens, type WordTokens } from "./word-tokens.ts";

/** The distinct words of one text with their counts, each known by two independent 32-bit hashes. Reused from text to text. */
export interface WordBag {
  tokens: WordTokens;
  size: number;
  /** Words in all, repeats included. */
  total: number;
  first: Uint32Array;
  second: Uint32Array;
  counts: Uint32Array;
  /** Where each distinct word occurs first, for `wordAt`. */
  tokenIndex: Uint32Array;
  /** Open-addressing table over the distinct words: index + 1, 0 for empty. */
  slots: Int32Array;
}

/** An empty bag. */
export function createWordBag(): WordBag {
  return {
    tokens: createWordTokens(),
    size: 0,
    total: 0,
    first: new Uint32Array(1024),
    second: new Uint32Array(1024),
    counts: new Uint32Array(1024),
    tokenIndex: new Uint32Array(1024),
    slots: new Int32Array(4096),
  };
}

/** Reads a text into a bag, replacing what it held. O(length). */
export function readWordBag(text: string, bag: WordBag): void {
  readWordTokens(text, bag.tokens);
  const { wordCount, wordStarts, wordEnds, codes } = bag.tokens;
  reserve(bag, wordCount);
  const { first, second, counts, tokenIndex, slots } = bag;
  slots.fill(0);
  const lastSlot = slots.length - 1;
  let size = 0;
  for (let word = 0; word < wordCount; word++) {
    const end = wordEnds[word] ?? 0;
    let a = 0x811c9dc5;
    let b = 0x3c6ef372;
    for (let at = wordStarts[word] ?? 0; at < end; at++) {
      const code = codes[at] ?? 0;
      a = Math.imul(a ^ code, 0x01000193);
      b = Math.imul(b ^ code, 0x5bd1e995);
    }
    a = (a ^ (a >>> 15)) >>> 0;
    b = (b ^ (b >>> 13)) >>> 0;
    let slot = a & lastSlot;
    let entry = slots[slot] ?? 0;
    while (entry !== 0 && (first[entry - 1] !== a || second[entry - 1] !== b)) {
      slot = (slot + 1) & lastSlot;
      entry = slots[slot] ?? 0;
    }
    if (entry !== 0) {
      counts[entry - 1] = (counts[entry - 1] ?? 0) + 1;
      continue;
    }
    first[size] = a;
    second[size] = b;
    counts[size] = 1;
    tokenIndex[size] = word;
    size++;
    slots[slot] = size;
  }
  bag.size = size;
  bag.total = wordCount;
}

/** How often the bag holds a word. */
export function countInBag(bag: WordBag, first: number, second: number): number {
  const lastSlot = bag.slots.length - 1;
  let slot = first & lastSlot;
  let entry = bag.slots[slot] ?? 0;
  while (entry !== 0) {
    if (bag.first[entry - 1] === first && bag.second[entry - 1] === second) return bag.counts[entry - 1] ?? 0;
    slot = (slot + 1) & lastSlot;
    entry = bag.slots[slot] ?? 0;
  }
  return 0;
}

function reserve(bag: WordBag, words: number): void {
  if (words > bag.counts.length) {
    const length = words * 2;
    bag.first = new Uint32Array(length);
    bag.second = new Uint32Array(length);
    bag.counts = new Uint32Array(length);
    bag.tokenIndex = new Uint32Array(length);
  }
  let slots = 512;
  while (slots < words * 2) slots *= 2;
  if (bag.slots.length !== slots) bag.slots = new Int32Array(slots);
}
