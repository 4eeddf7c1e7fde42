import { keyOf } from "#lib/text/key-of.ts";

/** A key made from a name that is not taken yet: `greeting`, else `greeting-2`, `greeting-3` … */
export function freeKey(name: string, taken: ReadonlySet<string>): string {
  const base = keyOf(name);
  let key = base;
  for (let count = 2; taken.has(key); count++) key = `${base}-${count}`;
  return key;
}
