import { foldKey } from "../field-plan.ts";
import type { JsonRecord, JsonValue } from "../json-value.ts";
import { makeDraft } from "../make-draft.ts";
import { checkContent, type Turn } from "../read-turns.ts";
import { Rejection } from "../rejection.ts";
import type { Shape } from "./shape.ts";

const questionNames = ["question", "query", "prompt"];
const answerNames = ["answer", "response"];

/** Flat rows with a question, an answer where there is one, and columns such as culture, language, topic, id. */
export const questionAnswer: Shape = {
  id: "question-answer",
  recognise: (record) => findKey(record, questionNames) !== null,
  toDraft(record, context) {
    const questionKey = findKey(record, questionNames);
    if (questionKey === null) return new Rejection("E_SHAPE", "question", "The row has no question.");
    const answerKey = findKey(record, answerNames);
    const systemKey = findKey(record, ["system"]);
    const turns: Turn[] = [];
    for (const [key, role] of [
      [systemKey, "system"],
      [questionKey, "user"],
      [answerKey, "assistant"],
    ] as const) {
      if (key === null) continue;
      const text = readText(record[key], key);
      if (text instanceof Rejection) return text;
      if (text === null && role !== "user") continue;
      const trouble = checkContent(text ?? "", key);
      if (trouble !== null) return trouble;
      turns.push({ role, content: text ?? "" });
    }
    const used = new Set([questionKey, answerKey, systemKey].filter((key) => key !== null));
    return makeDraft(record, used, { turns, extras: null }, questionKey, context);
  },
};

/** The record's own spelling of the first of the names it has, or null. */
function findKey(record: JsonRecord, names: readonly string[]): string | null {
  for (const name of names) if (name in record) return name;
  const keys = Object.keys(record);
  for (const name of names) {
    const key = keys.find((candidate) => candidate.length <= 40 && foldKey(candidate) === name);
    if (key !== undefined) return key;
  }
  return null;
}

function readText(value: JsonValue | undefined, key: string): string | null | Rejection {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  return new Rejection("E_CONTENT", key, `The field \`${key}\` is not text. Write it in double quotes.`);
}
