import { isRecord, type JsonRecord, type JsonValue } from "../json-value.ts";
import type { LineContext } from "../line-context.ts";
import { makeDraft } from "../make-draft.ts";
import { checkContent, type ReadTurns, readTurns } from "../read-turns.ts";
import { Rejection } from "../rejection.ts";
import { openAiDialect } from "./dialects.ts";
import type { Shape } from "./shape.ts";

const preferenceKeys = ["chosen", "rejected", "preferred_output"];
const used = new Set(["prompt", "completion"]);

/**
 * TRL: `prompt` alone or with `completion`, each one text or a list of turns (`messages` is the shape openai-chat).
 * Preference rows hold two answers of which one is bad, so they are refused rather than halved.
 */
export const trl: Shape = {
  id: "trl",
  recognise: (record) =>
    "completion" in record ||
    "chosen" in record ||
    "rejected" in record ||
    "preferred_output" in record ||
    (Array.isArray(record.prompt) && isRecord(record.prompt[0])),
  toDraft(record, context) {
    const preference = preferenceKeys.find((key) => key in record);
    if (preference !== undefined) {
      const message = "The row is a preference pair, not a conversation. Export prompt and completion instead.";
      return new Rejection("E_PREFERENCE", preference, message);
    }
    const prompt = readSide(record, "prompt", context);
    if (prompt instanceof Rejection) return prompt;
    if (record.completion === undefined || record.completion === null)
      return makeDraft(record, used, prompt, "prompt", context);
    const completion = readSide(record, "completion", context);
    if (completion instanceof Rejection) return completion;
    return makeDraft(record, used, joined(prompt, completion), "prompt", context);
  },
};

function readSide(record: JsonRecord, key: "prompt" | "completion", context: LineContext): ReadTurns | Rejection {
  const value: JsonValue | undefined = record[key];
  if (typeof value !== "string") return readTurns(value, openAiDialect(key), context);
  const trouble = checkContent(value, key);
  if (trouble !== null) return trouble;
  return { turns: [{ role: key === "prompt" ? "user" : "assistant", content: value }], extras: null };
}

function joined(prompt: ReadTurns, completion: ReadTurns): ReadTurns {
  const turns = [...prompt.turns, ...completion.turns];
  if (prompt.extras === null && completion.extras === null) return { turns, extras: null };
  const extrasOf = (side: ReadTurns) => side.extras ?? side.turns.map(() => null);
  return { turns, extras: [...extrasOf(prompt), ...extrasOf(completion)] };
}
