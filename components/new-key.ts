let newest = 0;

/**
 * A new UUID of version 7 (RFC 9562). It begins with the milliseconds since 1970, so keys sort in the order they were made:
 * of two in one millisecond the second is dated one later. For browsers, also where the studio is reached without TLS.
 */
export function newKey(): string {
  newest = Math.max(Date.now(), newest + 1);
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  const random = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const time = newest.toString(16).padStart(12, "0");
  const variant = (8 + ((bytes[2] ?? 0) & 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(5, 8)}-${random.slice(8)}`;
}
