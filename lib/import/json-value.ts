/** What JSON can hold. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** One record of a file: a JSON object, or a CSV row under its header. */
export type JsonRecord = { [key: string]: JsonValue };

/** Whether a value is a JSON object (not a list, not null). */
export function isRecord(value: JsonValue | undefined): value is JsonRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
