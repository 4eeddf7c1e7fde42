import { isRecord, type JsonRecord, type JsonValue } from "./json-value.ts";

/**
 * The value at a dotted path such as `meta.country`; undefined when there is none. A column whose name itself holds dots
 * wins over the path. O(parts).
 */
export function valueAt(record: JsonRecord, path: string): JsonValue | undefined {
  if (Object.hasOwn(record, path)) return record[path];
  let value: JsonValue | undefined = record;
  for (const part of path.split(".")) {
    if (!isRecord(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value;
}
