const encoder = new TextEncoder();

/**
 * The 64-bit FNV-1a hash of a text's UTF-8 bytes as 16 hexadecimal digits. Stable across machines and versions; for keys,
 * not for secrets. The 64 bits are two 32-bit halves in doubles, since BigInt is some thirty times slower. O(bytes).
 * Source: RFC 9923, "The FNV Non-Cryptographic Hash Algorithm".
 */
export function fnv1a64(text: string): string {
  // The prime is 2^40 + 0x1b3, so the product needs one multiplication a half and one shift.
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  for (const byte of encoder.encode(text)) {
    const mixed = (low ^ byte) >>> 0;
    const product = mixed * 0x1b3;
    const newLow = product >>> 0;
    high = (high * 0x1b3 + (product - newLow) / 0x100000000 + ((mixed << 8) >>> 0)) >>> 0;
    low = newLow;
  }
  return hexadecimal(high) + hexadecimal(low);
}

function hexadecimal(half: number): string {
  return half.toString(16).padStart(8, "0");
}

/** The 32-bit FNV-1a hash of a text's UTF-16 code units. Its bits differ little between short texts; see `mixBits`. O(length). */
export function fnv1a32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/**
 * A number in [0, 2^32) each bit of which follows from all 32 bits of another, so that neighbouring numbers land far apart: the
 * finaliser of MurmurHash3 (Appleby, public domain).
 */
export function mixBits(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
