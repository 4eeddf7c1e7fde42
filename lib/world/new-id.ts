import { randomFillSync } from "node:crypto";

/** Random bytes are drawn for so many ids at once; one draw per id costs more than all the rest of an import's line. */
const drawn = 1_024;
const pool = Buffer.alloc(drawn * 8);
let used = drawn;
let lastMilliseconds = 0;
let counter = 0;

/**
 * A new UUIDv7 (RFC 9562, method 1): milliseconds since 1970, a 12-bit counter within them, 62 random bits. Ids of one
 * process ascend strictly, also when its clock steps back. About 0.3 µs.
 */
export function newId(now: number = Date.now()): string {
  if (now > lastMilliseconds) {
    lastMilliseconds = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMilliseconds += 1;
    counter = 0;
  }
  if (used === drawn) {
    randomFillSync(pool);
    used = 0;
  }
  const at = used * 8;
  used += 1;
  const time = lastMilliseconds.toString(16).padStart(12, "0");
  const random = pool.toString("hex", at, at + 8);
  // The two highest bits after the counter are 10.
  const variant = (((pool[at] ?? 0) & 0x3f) | 0x80).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, "0")}-${variant}${random.slice(2, 4)}-${random.slice(4)}`;
}
