import { mixBits } from "../text/hash.ts";

/** Two independent 32-bit hashes of an identifier: enough to tell items apart and to draw a sample without chance. */
export interface IdentityHash {
  high: number;
  low: number;
}

/**
 * Hashes an identifier (FNV-1a over UTF-16 code units with two seeds, then the murmur3 finaliser). The order of the hashes
 * is as good as random yet always the same, so "the smallest 200" is a seeded sample that no order of reading changes.
 */
export function identityHash(id: string): IdentityHash {
  let high = 0x811c9dc5;
  let low = 0x3c6ef372;
  for (let i = 0; i < id.length; i++) {
    const code = id.charCodeAt(i);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
  }
  return { high: mixBits(high), low: mixBits(low) };
}

/** Orders hashes; 0 only for equal ones. */
export function compareIdentityHash(a: IdentityHash, b: IdentityHash): number {
  return a.high - b.high || a.low - b.low;
}

/**
 * The place of an identifier among hashes in ascending order, or -1. O(log n).
 * @param first,end look in [first, end) only
 */
export function findIdentity(
  idHigh: Uint32Array,
  idLow: Uint32Array,
  id: string,
  first = 0,
  end: number = idHigh.length,
): number {
  const { high, low } = identityHash(id);
  let [from, to] = [first, end];
  while (from < to) {
    const middle = (from + to) >> 1;
    const at = idHigh[middle] ?? 0;
    if (at < high || (at === high && (idLow[middle] ?? 0) < low)) from = middle + 1;
    else to = middle;
  }
  return from < end && idHigh[from] === high && idLow[from] === low ? from : -1;
}
