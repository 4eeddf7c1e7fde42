import { type Turn, Turns } from "../schema/conversation.ts";
import { escapeSeparators } from "./json-text.ts";
import { pairTurns } from "./pair-turns.ts";
import type { ExportWriter, Written } from "./writer.ts";

function toLine(turns: readonly Turn[]): Written {
  const paired = pairTurns(turns);
  if ("left" in paired) return paired;
  let conversations = "";
  for (const [user, assistant] of paired.pairs) {
    conversations +=
      `${conversations === "" ? "" : ","}{"from":"human","value":${JSON.stringify(user)}},` +
      `{"from":"gpt","value":${JSON.stringify(assistant)}}`;
  }
  return {
    line: escapeSeparators(`{"conversations":[${conversations}],"system":${JSON.stringify(paired.system)}}`),
  };
}

/** ShareGPT as LLaMA-Factory reads it: human and gpt by turns, the system text in its own column, "" if none. */
export const sharegpt: ExportWriter = {
  format: "sharegpt",
  extension: "jsonl",
  needsSideCar: true,
  write: (row) => toLine(row.turns),
  writeSource: (source) => toLine(Turns.parse(JSON.parse(source.turnsJson))),
};
