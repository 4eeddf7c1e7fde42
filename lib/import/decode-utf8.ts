import { Rejection } from "./rejection.ts";

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of one record's bytes, or a rejection that names the first byte that is not UTF-8. O(bytes). */
export function decodeUtf8(bytes: Uint8Array, byteOffset: number): string | Rejection {
  try {
    return decoder.decode(bytes);
  } catch {
    const at = firstBadByte(bytes);
    const shown = `0x${(bytes[at] ?? 0).toString(16).toUpperCase().padStart(2, "0")}`;
    return new Rejection(
      "E_ENCODING",
      null,
      `Byte ${shown} at offset ${byteOffset + at} of the file is not UTF-8. Save the file as UTF-8.`,
    );
  }
}

/**
 * Where the first ill-formed UTF-8 sequence begins, or the length when there is none (Unicode 16, table 3-7).
 * Overlong forms, surrogates (CESU-8), five-byte forms and cut sequences are all ill-formed.
 */
export function firstBadByte(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const size = sequenceLength(bytes, at);
    if (size === 0) return at;
    at += size;
  }
  return at;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (lead >= 0xc2 && lead <= 0xdf) return isTail(second) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const low = lead === 0xe0 ? 0xa0 : 0x80;
    const high = lead === 0xed ? 0x9f : 0xbf;
    return second >= low && second <= high && isTail(bytes[at + 2]) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const low = lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xf4 ? 0x8f : 0xbf;
    return second >= low && second <= high && isTail(bytes[at + 2]) && isTail(bytes[at + 3]) ? 4 : 0;
  }
  return 0;
}

function isTail(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}
