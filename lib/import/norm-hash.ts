import { hash } from "node:crypto";
import type { Turns } from "#lib/schema/conversation.ts";

/**
 * The SHA-256 (hex) of turns in NFC with white space folded: twins that differ in form only have the same. For notes of likely
 * duplicates, never for dropping a row. `text` and `sha256` are the turns as they are stored; where folding would change
 * nothing, and most text is so, the hash at hand is the answer. O(characters).
 */
export function normHash(turns: Turns, text: string, sha256: string): string {
  if (isFolded(text)) return sha256;
  return hash("sha256", JSON.stringify(turns.map(({ role, content }) => ({ role, content: fold(content) }))));
}

function fold(content: string): string {
  return content.normalize("NFC").replaceAll(/\s+/g, " ").trim();
}

/** Printable ASCII without an escape, and no space that folding would take away. */
function isFolded(text: string): boolean {
  return /^[\x20-\x5b\x5d-\x7e]*$/.test(text) && !text.includes("  ") && !text.includes(':" ') && !text.includes(' "}');
}
