import { afterString } from "./scan-json.ts";

/**
 * The first key that stands twice in one object of a valid JSON text, or null. Slower than comparing counts, so it runs
 * only to word a refusal. Keys that differ in spelling but not in meaning (`"a"` and `"\u0061"`) are one key. O(characters).
 */
export function findDuplicateKey(text: string): string | null {
  const open: Set<string>[] = [];
  let last: string | null = null;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) {
      const end = afterString(text, at);
      last = text.slice(at, end);
      at = end;
      continue;
    }
    at += 1;
    if (unit === 0x7b || unit === 0x5b) open.push(new Set());
    else if (unit === 0x7d || unit === 0x5d) open.pop();
    else if (unit === 0x3a && last !== null) {
      const key = String(JSON.parse(last));
      const keys = open.at(-1);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return null;
}
