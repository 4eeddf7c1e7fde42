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
