import { importLimits } from "#lib/schema/limits.ts";
import { explainJsonError } from "./explain-json-error.ts";
import { findDuplicateKey } from "./find-duplicate-key.ts";
import { inspectValue, withoutNegativeZero } from "./inspect-value.ts";
import type { JsonValue } from "./json-value.ts";
import { Rejection } from "./rejection.ts";
import { scanJson } from "./scan-json.ts";

/** A value read strictly. `hasEscapes` says that the text held `\u` escapes, `hadNegativeZero` that a -0 became 0. */
export interface StrictJson {
  value: JsonValue;
  hasEscapes: boolean;
  hadNegativeZero: boolean;
}

/**
 * Reads JSON as `JSON.parse` does and refuses besides what would be changed or lost without a word: a key written twice
 * (E_DUPKEY), numbers that a double cannot hold (E_NUMBER), U+0000 (E_NUL), lone surrogates (E_SURROGATE), keys that
 * objects inherit (E_KEY), and more than `limits.depth` levels (E_DEPTH) or `limits.keys` keys in one object (E_KEYS).
 * Never overflows the stack. O(characters).
 */
export function parseJsonStrict(
  text: string,
  limits: { depth: number; keys: number } = importLimits,
): StrictJson | Rejection {
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch {
    if (scanJson(text).depth > limits.depth) return tooDeep(limits.depth);
    return new Rejection("E_JSON", null, explainJsonError(text));
  }
  const scan = scanJson(text);
  if (scan.depth > limits.depth) return tooDeep(limits.depth);
  const hasEscapes = text.includes("\\u");
  const found = inspectValue(value, limits, hasEscapes);
  if (found.inheritedKey !== null) {
    return new Rejection("E_KEY", found.inheritedKey, `The key \`${found.inheritedKey}\` is not allowed. Rename it.`);
  }
  if (found.keys !== scan.keys) {
    const key = findDuplicateKey(text);
    return new Rejection("E_DUPKEY", key, `The key \`${key}\` stands twice in one object. Keep one of them.`);
  }
  if (found.crowdedObject !== null) {
    return new Rejection("E_KEYS", found.crowdedObject || null, `An object holds more than ${limits.keys} keys.`);
  }
  if (scan.badNumber !== null) {
    const { token, verdict } = scan.badNumber;
    const shown = token.length > 40 ? `${token.slice(0, 40)}…` : token;
    const trouble = verdict === "not-finite" ? "is beyond the range of numbers" : "would lose digits";
    return new Rejection("E_NUMBER", null, `The number ${shown} ${trouble}. Write it as text, in double quotes.`);
  }
  if (found.nulText !== null) {
    return new Rejection("E_NUL", found.nulText, "The text holds U+0000, which PostgreSQL cannot store. Remove it.");
  }
  if (found.brokenText !== null) {
    const message = "The text holds half of a surrogate pair, so a character is broken. Write the whole character.";
    return new Rejection("E_SURROGATE", found.brokenText, message);
  }
  if (!scan.hasNegativeZero) return { value, hasEscapes, hadNegativeZero: false };
  return { value: withoutNegativeZero(value), hasEscapes, hadNegativeZero: true };
}

function tooDeep(limit: number): Rejection {
  return new Rejection("E_DEPTH", null, `Objects and lists are nested more than ${limit} deep.`);
}
