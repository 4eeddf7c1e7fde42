import { escapeSeparators, hasRole, normaliseTurnsJson, toTurnsJson } from "./json-text.ts";
import type { ExportWriter, Written } from "./writer.ts";

function toLine(turnsJson: string): Written {
  if (!hasRole(turnsJson, "assistant")) return { left: "no-assistant-turn" };
  return { line: escapeSeparators(`{"messages":${turnsJson}}`) };
}

/** OpenAI chat fine-tuning: `messages` and nothing else, since its checker refuses unknown keys. */
export const openaiChat: ExportWriter = {
  format: "openai-chat",
  extension: "jsonl",
  needsSideCar: true,
  write: (row) => toLine(toTurnsJson(row.turns)),
  writeSource: (source) => toLine(normaliseTurnsJson(source.turnsJson)),
};
