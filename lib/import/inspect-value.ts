import { isRecord, type JsonValue } from "./json-value.ts";

/** Names that every object inherits: as a key they are either an attack or will meet code that trips over them. */
const inheritedNames = new Set([...Object.getOwnPropertyNames(Object.prototype), "prototype"]);

/** What a walk through a parsed value finds. Paths look like `messages[2].content`; null means not found. */
export interface ValueFindings {
  keys: number;
  inheritedKey: string | null;
  crowdedObject: string | null;
  nulText: string | null;
  brokenText: string | null;
}

/**
 * Walks a parsed value, at most `limits.depth` deep (the caller has checked that). Texts are looked at only when
 * `withTexts` says that the source held escapes, since decoded UTF-8 cannot hold what they can. O(values).
 */
export function inspectValue(value: JsonValue, limits: { keys: number }, withTexts: boolean): ValueFindings {
  const findings: ValueFindings = { keys: 0, inheritedKey: null, crowdedObject: null, nulText: null, brokenText: null };
  walk(value, "");
  return findings;

  function walk(node: JsonValue, path: string): void {
    if (typeof node === "string") {
      if (withTexts) checkText(node, path);
    } else if (Array.isArray(node)) {
      for (let index = 0; index < node.length; index += 1) {
        const item = node[index];
        if (typeof item === "object" && item !== null) walk(item, withTexts ? `${path}[${index}]` : path);
        else if (withTexts && typeof item === "string") checkText(item, `${path}[${index}]`);
      }
    } else if (isRecord(node)) {
      let own = 0;
      for (const key of Object.keys(node)) {
        own += 1;
        if (inheritedNames.has(key)) findings.inheritedKey ??= key;
        if (withTexts) {
          const inner = path === "" ? key : `${path}.${key}`;
          checkText(key, inner);
          walk(node[key] ?? null, inner);
        } else {
          const item = node[key];
          if (typeof item === "object" && item !== null) walk(item, path);
        }
      }
      findings.keys += own;
      if (own > limits.keys) findings.crowdedObject ??= path;
    }
  }

  function checkText(text: string, path: string): void {
    if (text.includes("\u0000")) findings.nulText ??= path;
    if (!text.isWellFormed()) findings.brokenText ??= path;
  }
}

/** The same value with every -0 replaced by 0, in place for lists and objects. */
export function withoutNegativeZero(value: JsonValue): JsonValue {
  if (typeof value === "number") return value === 0 ? 0 : value;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = withoutNegativeZero(value[index] ?? null);
  } else if (isRecord(value)) {
    for (const key of Object.keys(value)) value[key] = withoutNegativeZero(value[key] ?? null);
  }
  return value;
}
