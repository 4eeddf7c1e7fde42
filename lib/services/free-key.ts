import { keyOf } from "#lib/text/key-of.ts";

/**
 * A key made from a name that is not taken yet: `greeting`, else `greeting-2`, `greeting-3` … It has at least two characters
 * and at most `longest`, whatever the name.
 */
export function freeKey(name: string, taken: ReadonlySet<string>, longest = 80): string {
  const made = keyOf(name);
  const base = made.length < 2 ? `x-${made}` : made;
  for (let count = 1; ; count++) {
    const end = count === 1 ? "" : `-${count}`;
    const key = `${base.slice(0, longest - end.length).replace(/-+$/, "")}${end}`;
    if (!taken.has(key)) return key;
  }
}
