import type { ColumnMapping } from "#lib/schema/import.ts";
import { checkDialogue } from "../check-dialogue.ts";
import type { FieldName } from "../field-plan.ts";
import type { JsonRecord, JsonValue } from "../json-value.ts";
import type { LineContext } from "../line-context.ts";
import { draftOf } from "../make-draft.ts";
import { parseJsonStrict } from "../parse-json-strict.ts";
import type { FoundFields } from "../read-fields.ts";
import { checkContent, type ReadTurns, readTurns, type Turn } from "../read-turns.ts";
import { Rejection } from "../rejection.ts";
import { valueAt } from "../value-at.ts";
import { dialectOf } from "./dialects.ts";
import type { Shape } from "./shape.ts";

const fieldNames = [
  "externalId",
  "culture",
  "topic",
  "language",
  "questionKey",
  "tags",
] as const satisfies readonly FieldName[];

/**
 * Records of any other shape, with the columns that a person has mapped. Turns come from one column (a list, or its JSON
 * text) or from a question and an answer column. Columns that feed nothing are kept as metadata.
 */
export function mappedShape(mapping: ColumnMapping): Shape {
  const paths = [
    mapping.turns,
    mapping.system,
    mapping.question,
    mapping.answer,
    ...fieldNames.map((name) => mapping[name]),
  ];
  const used = new Set(paths.filter((path) => typeof path === "string"));
  return {
    id: "mapped",
    recognise: () => true,
    toDraft(record, context) {
      const path = mapping.turns ?? mapping.question ?? "question";
      const read = mapping.turns ? readList(record, mapping.turns, context) : readPair(record, mapping);
      if (read instanceof Rejection) return read;
      const whole = withSystem(read, record, mapping.system);
      if (whole instanceof Rejection) return whole;
      const trouble = checkDialogue(whole.turns, path);
      if (trouble !== null) return trouble;
      const found: FoundFields = {};
      for (const name of fieldNames) {
        const column = mapping[name];
        const value = column ? valueAt(record, column) : undefined;
        if (column && value !== undefined) found[name] = { key: column, value };
      }
      return draftOf(whole, found, metadataOf(record, used, context), path, context);
    },
  };
}

function readList(record: JsonRecord, path: string, context: LineContext): ReadTurns | Rejection {
  let list = valueAt(record, path);
  if (typeof list === "string") {
    if (!list.trimStart().startsWith("[")) {
      return new Rejection("E_SHAPE", path, `\`${path}\` is plain text, not turns. Map it as the question instead.`);
    }
    const parsed = parseJsonStrict(list);
    if (parsed instanceof Rejection) return new Rejection(parsed.code, path, parsed.message);
    list = parsed.value;
  }
  return readTurns(list, dialectOf(list, path), context);
}

function readPair(record: JsonRecord, mapping: ColumnMapping): ReadTurns | Rejection {
  if (!mapping.question) return new Rejection("E_SHAPE", null, "No column is mapped to the turns or the question.");
  const turns: Turn[] = [];
  const question = readText(record, mapping.question);
  if (question instanceof Rejection) return question;
  if (question === null)
    return new Rejection("E_EMPTY", mapping.question, `The question in \`${mapping.question}\` is missing.`);
  turns.push({ role: "user", content: question });
  const answer = mapping.answer ? readText(record, mapping.answer) : null;
  if (answer instanceof Rejection) return answer;
  if (answer !== null) turns.push({ role: "assistant", content: answer });
  return { turns, extras: null };
}

function withSystem(read: ReadTurns, record: JsonRecord, path: string | null | undefined): ReadTurns | Rejection {
  const system = path ? readText(record, path) : null;
  if (system instanceof Rejection || system === null) return system ?? read;
  return {
    turns: [{ role: "system", content: system }, ...read.turns],
    extras: read.extras === null ? null : [null, ...read.extras],
  };
}

function readText(record: JsonRecord, path: string): string | null | Rejection {
  const value: JsonValue | undefined = valueAt(record, path);
  if (value === undefined || value === null) return null;
  if (typeof value !== "string") return new Rejection("E_CONTENT", path, `\`${path}\` is not text.`);
  return checkContent(value, path) ?? value;
}

function metadataOf(record: JsonRecord, used: ReadonlySet<string>, context: LineContext): JsonRecord {
  const metadata: JsonRecord = {};
  for (const key of Object.keys(record)) {
    if (used.has(key)) continue;
    if (context.fields.meaningOf(key).kind === "preset") {
      context.note("N_IGNORED_FIELD", key, `The field \`${key}\` is ignored: only this studio sets it.`);
    } else metadata[key] = record[key] ?? null;
  }
  return metadata;
}
