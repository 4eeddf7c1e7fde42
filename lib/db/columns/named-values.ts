import type { Dictionary } from "#lib/curation/columns/dictionary.ts";
import type { BinaryRows } from "./binary-rows.ts";

/** The code of a field's value. */
export type NamedValues = (rows: BinaryRows, field: number) => number;

/** Names the values of a field by a dictionary; what was met before is known by its bytes, without writing it out. */
export function namedValues(dictionary: Dictionary, type: "uuid" | "text"): NamedValues {
  const known = new Map<string, number>();
  return (rows, field) => {
    if (rows.isNull(field)) return 0;
    const bytes = rows.latin1(field);
    const code = known.get(bytes);
    if (code !== undefined) return code;
    const added = dictionary.add(type === "uuid" ? rows.uuid(field) : rows.text(field));
    known.set(bytes, added);
    return added;
  };
}
