import { hash } from "node:crypto";
import type { Draft } from "#lib/schema/conversation.ts";

/** What a hash covers: the text, and for whom and in which language it is. */
export type HashedDraft = Pick<Draft, "turns" | "culture" | "language">;

/**
 * The SHA-256 of a draft's turns, culture label and language, in hexadecimal. Equal exactly when these are equal; ids, tags
 * and metadata do not count. A row without an id is known again by it. O(characters).
 */
export function contentHash(draft: HashedDraft): string {
  return hash(
    "sha256",
    canonicalText(draft, (text) => text),
  );
}

/**
 * As `contentHash`, over text in NFC with white space folded: twins that differ in form only have the same. For notes of
 * likely duplicates, never for dropping a row. O(characters).
 */
export function normHash(draft: HashedDraft): string {
  return hash(
    "sha256",
    canonicalText(draft, (text) => text.normalize("NFC").replaceAll(/\s+/g, " ").trim()),
  );
}

function canonicalText(draft: HashedDraft, fold: (text: string) => string): string {
  const turns = draft.turns.map(({ role, content }) => [role, fold(content)]);
  return JSON.stringify([draft.culture, draft.language, turns]);
}
