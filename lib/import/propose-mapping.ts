import type { ColumnMapping, SourceColumn } from "#lib/schema/import.ts";
import { safeExcerpt } from "./excerpt.ts";
import { foldKey, meaningOfKey } from "./field-plan.ts";
import { isRecord, type JsonRecord, type JsonValue } from "./json-value.ts";
import { valueAt } from "./value-at.ts";

/** A guess at a file's mapping, and the columns that a person may choose from. */
export interface MappingProposal {
  columns: SourceColumn[];
  mapping: ColumnMapping;
}

type TextColumn = "turns" | "question" | "answer" | "system";

/** Folded names by what they hold, the likeliest first. */
const likelyNames: Record<TextColumn, readonly string[]> = {
  turns: ["turns", "messages", "conversations", "conversation", "dialogue", "dialog"],
  question: ["question", "query", "prompt", "instruction", "input", "translation", "text"],
  answer: ["answer", "response", "output", "completion", "reply"],
  system: ["system", "systemprompt"],
};

/** More columns than this are not offered. */
const OFFERED_COLUMNS = 200;
/** The longest path that a mapping may hold. */
const PATH_CHARACTERS = 200;

/** Guesses which column feeds which field, from the names and the first values. O(records × columns). */
export function proposeMapping(sample: readonly JsonRecord[]): MappingProposal {
  const columns = listColumns(sample);
  const mapping: ColumnMapping = {};
  const isList = (path: string) =>
    sample.some((record) => {
      const value = valueAt(record, path);
      return Array.isArray(value) || (typeof value === "string" && /^\s*\[\s*\{/.test(value));
    });
  const isText = (path: string) => sample.some((record) => typeof valueAt(record, path) === "string") && !isList(path);
  mapping.turns = pick(columns, likelyNames.turns, isList);
  if (mapping.turns === null) {
    mapping.question = pick(columns, likelyNames.question, isText);
    mapping.answer = pick(columns, likelyNames.answer, isText);
  }
  mapping.system = pick(columns, likelyNames.system, isText);
  const ranks = new Map<string, number>();
  for (const { path } of columns) {
    const meaning = meaningOfKey(path.slice(path.lastIndexOf(".") + 1));
    if (meaning.kind !== "field" || meaning.field === "source") continue;
    const best = ranks.get(meaning.field) ?? Number.POSITIVE_INFINITY;
    if (meaning.rank >= best) continue;
    ranks.set(meaning.field, meaning.rank);
    mapping[meaning.field] = path;
  }
  return { columns, mapping };
}

function listColumns(sample: readonly JsonRecord[]): SourceColumn[] {
  const columns = new Map<string, SourceColumn>();
  for (const record of sample) {
    for (const key of Object.keys(record)) {
      const value = record[key] ?? null;
      if (isRecord(value)) for (const inner of Object.keys(value)) take(`${key}.${inner}`, value[inner] ?? null);
      else take(key, value);
    }
  }
  return [...columns.values()];

  function take(path: string, value: JsonValue): void {
    let column = columns.get(path);
    if (column === undefined) {
      if (columns.size >= OFFERED_COLUMNS || path.length > PATH_CHARACTERS) return;
      column = { path, filled: 0, samples: [] };
      columns.set(path, column);
    }
    if (value === null || value === "") return;
    column.filled += 1;
    const shown = safeExcerpt(typeof value === "string" ? value : JSON.stringify(value));
    if (column.samples.length < 3 && !column.samples.includes(shown)) column.samples.push(shown);
  }
}

/** The column with the likeliest name; failing that, one whose name ends in such a name (`eval_question`). */
function pick(
  columns: readonly SourceColumn[],
  names: readonly string[],
  fits: (path: string) => boolean,
): string | null {
  const filled = columns.filter(({ filled }) => filled > 0);
  for (const matches of [
    (folded: string, name: string) => folded === name,
    (folded: string, name: string) => folded.endsWith(name),
  ]) {
    for (const name of names) {
      const found = filled.find(
        ({ path }) => matches(foldKey(path.slice(path.lastIndexOf(".") + 1)), name) && fits(path),
      );
      if (found !== undefined) return found.path;
    }
  }
  return null;
}
