import { type Turn, Turns } from "../schema/conversation.ts";

const separators = /[\u0085\u2028\u2029]/;
const allSeparators = /[\u0085\u2028\u2029]/g;

/**
 * Escapes U+0085, U+2028 and U+2029, which `JSON.stringify` leaves raw and many readers take for ends of lines.
 * The input is valid JSON text, where these characters occur only inside strings, so the value stays the same.
 */
export function escapeSeparators(json: string): string {
  if (!separators.test(json)) return json;
  return json.replace(allSeparators, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** JSON text of a string or null. */
export function toLeaf(value: string | null): string {
  return value === null ? "null" : JSON.stringify(value);
}

/** The turns as `[{"role":…,"content":…},…]` with that order of keys, whatever order the objects have. */
export function toTurnsJson(turns: readonly Turn[]): string {
  let text = "[";
  for (const turn of turns) {
    text += `${text === "[" ? "" : ","}{"role":"${turn.role}","content":${JSON.stringify(turn.content)}}`;
  }
  return `${text}]`;
}

/**
 * The same text as `toTurnsJson(JSON.parse(stored))`, without parsing when `stored` already has that form, as everything
 * does that was written by `JSON.stringify`. Any other layout or choice of escapes is parsed and written anew.
 * @throws when `stored` is not the JSON of valid turns
 */
export function normaliseTurnsJson(stored: string): string {
  return hasOurForm(stored) ? stored : toTurnsJson(Turns.parse(JSON.parse(stored)));
}

/** True when a turn of the role occurs; `turnsJson` has our form, where content cannot hold a bare quote. */
export function hasRole(turnsJson: string, role: Turn["role"]): boolean {
  return turnsJson.includes(`{"role":"${role}",`);
}

/** Escapes that `JSON.stringify` seldom or never writes, and raw control characters, which JSON forbids in strings. */
const unusual = /\\[u/]|[\u0000-\u001f]/;
const roleOpenings = ["user", "assistant", "system"].map((role) => `{"role":"${role}","content":"`);

function hasOurForm(text: string): boolean {
  if (unusual.test(text) || !text.isWellFormed() || !text.startsWith("[")) return false;
  let position = 1;
  for (;;) {
    const opening = roleOpenings.find((candidate) => text.startsWith(candidate, position));
    if (opening === undefined) return false;
    position = endOfString(text, position + opening.length);
    if (position === -1 || !text.startsWith("}", position)) return false;
    if (position + 2 === text.length) return text.endsWith("]");
    if (!text.startsWith(",", position + 1)) return false;
    position += 2;
  }
}

/** The position after the closing quote of a string whose content starts at `from`, or -1. */
function endOfString(text: string, from: number): number {
  let quote = text.indexOf('"', from);
  while (quote !== -1) {
    let backslashes = 0;
    while (quote - backslashes > from && text.charCodeAt(quote - backslashes - 1) === 92) backslashes += 1;
    if (backslashes % 2 === 0) return quote + 1;
    quote = text.indexOf('"', quote + 1);
  }
  return -1;
}
