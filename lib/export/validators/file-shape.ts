import type { JsonObject } from "./rules.ts";
import type { Report } from "./trouble.ts";

type ColumnType = "null" | "list" | "object" | "string" | "number" | "boolean";

function typeOf(value: unknown): ColumnType {
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" ? type : "object";
}

/**
 * Holds every row of a file to the keys, their order and the types of those before it, as loaders that infer one schema
 * for the file need. Null fits any type.
 */
export function createFileShape(): { check(row: JsonObject, report: Report): void } {
  let keys: string[] | null = null;
  const types: ColumnType[] = [];
  return {
    check(row, report) {
      if (keys === null) {
        keys = Object.keys(row);
        for (const key of keys) types.push(typeOf(row[key]));
        return;
      }
      let place = 0;
      for (const key in row) {
        if (keys[place] !== key) return reportKeys(keys, report);
        const type = typeOf(row[key]);
        const due = types[place];
        if (due === "null") types[place] = type;
        else if (type !== "null" && type !== due) {
          report("types-differ", key, `\`${key}\` is of type ${type} here and ${due} on an earlier line.`);
        }
        place += 1;
      }
      if (place !== keys.length) reportKeys(keys, report);
    },
  };
}

function reportKeys(keys: readonly string[], report: Report): void {
  report("keys-differ", null, `The keys or their order differ from the first line, which has ${keys.join(", ")}.`);
}
