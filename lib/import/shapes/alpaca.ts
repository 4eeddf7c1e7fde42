import type { JsonValue } from "../json-value.ts";
import { makeDraft } from "../make-draft.ts";
import { checkContent, type Turn } from "../read-turns.ts";
import { Rejection } from "../rejection.ts";
import type { Shape } from "./shape.ts";

const used = new Set(["instruction", "input", "output", "system", "history"]);

/**
 * Alpaca: `instruction`, `input`, `output`, with `system` and `history` ([user, assistant] pairs) where given. A missing or
 * null output is a prompt without an answer; an empty one is a broken line.
 */
export const alpaca: Shape = {
  id: "alpaca",
  recognise: (record) => "instruction" in record,
  toDraft(record, context) {
    if ("chosen" in record || "rejected" in record) {
      const message = "The row is a preference pair, not a conversation. Export instruction and output instead.";
      return new Rejection("E_PREFERENCE", "chosen" in record ? "chosen" : "rejected", message);
    }
    const turns: Turn[] = [];
    const system = readText(record.system, "system");
    if (system instanceof Rejection) return system;
    if (system !== null && system !== "") turns.push({ role: "system", content: system });
    const past = readHistory(record.history);
    if (past instanceof Rejection) return past;
    turns.push(...past);
    const instruction = readText(record.instruction, "instruction");
    if (instruction instanceof Rejection) return instruction;
    const input = readText(record.input, "input");
    if (input instanceof Rejection) return input;
    turns.push({
      role: "user",
      content: [instruction, input].filter((part) => part !== null && part !== "").join("\n"),
    });
    const output = readText(record.output, "output");
    if (output instanceof Rejection) return output;
    if (output !== null) turns.push({ role: "assistant", content: output });
    for (const turn of turns) {
      const trouble = checkContent(turn.content, fieldOf[turn.role]);
      if (trouble !== null) return trouble;
    }
    return makeDraft(record, used, { turns, extras: null }, "instruction", context);
  },
};

const fieldOf = { system: "system", user: "instruction", assistant: "output" } as const;

function readText(value: JsonValue | undefined, key: string): string | null | Rejection {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  return new Rejection("E_CONTENT", key, `The field \`${key}\` is not text. Write it in double quotes.`);
}

function readHistory(value: JsonValue | undefined): Turn[] | Rejection {
  if (value === undefined || value === null) return [];
  const broken = new Rejection(
    "E_CONTENT",
    "history",
    "The history must be a list of [user, assistant] pairs of texts.",
  );
  if (!Array.isArray(value)) return broken;
  const turns: Turn[] = [];
  for (const pair of value) {
    if (!Array.isArray(pair) || pair.length !== 2) return broken;
    const [question, answer] = pair;
    if (typeof question !== "string" || typeof answer !== "string") return broken;
    turns.push({ role: "user", content: question }, { role: "assistant", content: answer });
  }
  return turns;
}
