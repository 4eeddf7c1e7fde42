import type { Draft } from "#lib/schema/conversation.ts";
import { conversationLimits, importLimits } from "#lib/schema/limits.ts";
import { type CanonicalLanguage, canonicalLanguage } from "./canonical-language.ts";
import type { FieldName } from "./field-plan.ts";
import type { JsonRecord, JsonValue } from "./json-value.ts";
import type { LineContext } from "./line-context.ts";
import { Rejection } from "./rejection.ts";

/** The fields of a draft besides its turns. */
export type DraftFields = Omit<Draft, "turns" | "method">;

/** Values under the names of the draft's fields, before they are checked. */
export type FoundFields = Partial<Record<FieldName, { key: string; value: JsonValue }>>;

/**
 * Sorts the keys of a record into fields, presets (dropped with a note) and metadata (kept as found). Keys in `used` were
 * read by the shape already. O(keys).
 */
export function sortFields(
  record: JsonRecord,
  used: ReadonlySet<string>,
  context: LineContext,
): { found: FoundFields; metadata: JsonRecord } {
  const found: FoundFields = {};
  const ranks: Partial<Record<FieldName, number>> = {};
  const metadata: JsonRecord = {};
  for (const key of Object.keys(record)) {
    if (used.has(key)) continue;
    const value = record[key] ?? null;
    const meaning = context.fields.meaningOf(key);
    if (meaning.kind === "metadata") metadata[key] = value;
    else if (meaning.kind === "preset") {
      context.note("N_IGNORED_FIELD", key, `The field \`${key}\` is ignored: only this studio sets it.`);
    } else {
      const earlier = found[meaning.field];
      const isBetter = meaning.rank < (ranks[meaning.field] ?? Number.POSITIVE_INFINITY) && value !== null;
      if (earlier === undefined || isBetter) {
        if (earlier !== undefined && earlier.value !== null) metadata[earlier.key] = earlier.value;
        found[meaning.field] = { key, value };
        ranks[meaning.field] = value === null ? Number.POSITIVE_INFINITY : meaning.rank;
      } else if (value !== null) metadata[key] = value;
    }
  }
  return { found, metadata };
}

/** Checks and converts what `sortFields` or a mapping found. */
export function readFields(found: FoundFields, metadata: JsonRecord, context: LineContext): DraftFields | Rejection {
  const externalId = readId(found.externalId, context);
  if (externalId instanceof Rejection) return externalId;
  const culture = readLabel(found.culture, "culture");
  if (culture instanceof Rejection) return culture;
  const topic = readLabel(found.topic, "topic");
  if (topic instanceof Rejection) return topic;
  const language = readLanguage(found.language, context);
  if (language instanceof Rejection) return language;
  const questionKey = readId(found.questionKey, context);
  if (questionKey instanceof Rejection) return questionKey;
  const source = readLabel(found.source, "source");
  if (source instanceof Rejection) return source;
  const tags = readTags(found.tags);
  if (tags instanceof Rejection) return tags;
  return { externalId, culture, topic, language, questionKey, source, tags, metadata };
}

/** More distinct languages than this are not remembered, so that a hostile file cannot fill the memory. */
const KNOWN_LANGUAGES = 2000;

type Found = { key: string; value: JsonValue } | undefined;

function readId(found: Found, context: LineContext): string | null | Rejection {
  if (found === undefined || found.value === null || found.value === "") return null;
  const { key, value } = found;
  if (typeof value === "number" && Number.isSafeInteger(value)) {
    context.note("N_ID_NUMBER", key, `The number ${value} is kept as the text "${value}".`);
    return String(value);
  }
  if (typeof value !== "string") return new Rejection("E_ID", key, "An id must be text, in double quotes.");
  if (value.length > conversationLimits.externalIdCharacters) {
    return tooLong(key, value.length, conversationLimits.externalIdCharacters);
  }
  return value;
}

function readLabel(found: Found, name: string): string | null | Rejection {
  if (found === undefined || found.value === null || found.value === "") return null;
  const { key, value } = found;
  if (typeof value !== "string") return new Rejection("E_FIELD_TYPE", key, `The ${name} must be text or null.`);
  if (value.length > conversationLimits.labelCharacters) {
    return tooLong(key, value.length, conversationLimits.labelCharacters);
  }
  return value;
}

function tooLong(key: string, length: number, limit: number): Rejection {
  return new Rejection("E_FIELD_LONG", key, `The field has ${length} characters; at most ${limit} are allowed.`);
}

function readLanguage(found: Found, context: LineContext): string | null | Rejection {
  if (found === undefined || found.value === null || found.value === "") return null;
  const { key, value } = found;
  if (typeof value !== "string") return new Rejection("E_FIELD_TYPE", key, "The language must be text or null.");
  let language: CanonicalLanguage | Rejection | undefined = context.languages.get(value);
  if (language === undefined) {
    language = canonicalLanguage(value);
    if (language instanceof Rejection) return new Rejection(language.code, key, language.message);
    if (context.languages.size < KNOWN_LANGUAGES) context.languages.set(value, language);
  }
  if (language.remark === "rewritten") {
    context.note("N_LANGUAGE", key, `The language "${value}" is kept as \`${language.tag}\`.`);
  } else if (language.remark === "unlisted") {
    context.note("N_LANGUAGE_UNKNOWN", key, `The language \`${language.tag}\` is well-formed but not a listed one.`);
  }
  return language.tag;
}

/** A list of texts, or one text parted by `;`, `|` or `,`. A tag that stands twice is kept once. */
function readTags(found: Found): string[] | Rejection {
  if (found === undefined || found.value === null || found.value === "") return [];
  const { key, value } = found;
  const parts = typeof value === "string" ? value.split(/[;|,]/).map((part) => part.trim()) : value;
  if (!Array.isArray(parts)) return new Rejection("E_TAGS", key, "Tags must be a list of texts.");
  const tags = new Set<string>();
  for (const tag of parts) {
    if (typeof tag !== "string") return new Rejection("E_TAGS", key, "Tags must be a list of texts.");
    if (tag === "") continue;
    if (tag.length > importLimits.tagCharacters) {
      const message = `A tag has ${tag.length} characters; at most ${importLimits.tagCharacters} are allowed.`;
      return new Rejection("E_TAGS", key, message);
    }
    tags.add(tag);
  }
  if (tags.size <= importLimits.tags) return [...tags];
  return new Rejection("E_TAGS", key, `The record has ${tags.size} tags; at most ${importLimits.tags} are allowed.`);
}
