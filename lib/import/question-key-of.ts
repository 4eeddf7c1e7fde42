import { fnv1a64 } from "#lib/text/hash.ts";
import { MASK, maskPlaces } from "./mask-places.ts";
import type { PlaceMatcher } from "./place-matcher.ts";

const beyondAscii = /[^\x00-\x7f▢]/;

/**
 * A key that the same question asked of different cultures shares: the text in NFKC and lower case, places masked,
 * punctuation and space folded, hashed to `q-` and 16 hexadecimal digits. Not language-aware: a translation has another
 * key. O(characters).
 */
export function questionKeyOf(firstUserTurn: string, matcher: PlaceMatcher): string {
  const text = firstUserTurn.normalize("NFKC");
  const masked = maskPlaces(text, matcher).toLowerCase();
  // Unicode properties cost several times as much to match, and most questions need none.
  const separators = beyondAscii.test(masked) ? /[^\p{L}\p{M}\p{N}▢]+/gu : /[^a-z0-9▢]+/g;
  const folded = masked
    .replaceAll(separators, " ")
    // Some countries carry an article in English and others do not.
    .replaceAll(`the ${MASK}`, MASK)
    .trim();
  return `q-${fnv1a64(folded === "" ? text : folded)}`;
}
