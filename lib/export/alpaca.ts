import { type Turn, Turns } from "../schema/conversation.ts";
import { escapeSeparators } from "./json-text.ts";
import { pairTurns } from "./pair-turns.ts";
import type { ExportWriter, Written } from "./writer.ts";

function toLine(turns: readonly Turn[]): Written {
  const paired = pairTurns(turns);
  if ("left" in paired) return paired;
  const last = paired.pairs.length - 1;
  let history = "";
  let instruction = "";
  let output = "";
  for (const [index, [user, assistant]] of paired.pairs.entries()) {
    if (index < last) history += `${index === 0 ? "" : ","}[${JSON.stringify(user)},${JSON.stringify(assistant)}]`;
    else [instruction, output] = [JSON.stringify(user), JSON.stringify(assistant)];
  }
  return {
    line: escapeSeparators(
      `{"instruction":${instruction},"input":"","output":${output},` +
        `"system":${JSON.stringify(paired.system)},"history":[${history}]}`,
    ),
  };
}

/** Alpaca with history: the last pair is `instruction` and `output`, all earlier pairs are `history`. */
export const alpaca: ExportWriter = {
  format: "alpaca",
  extension: "jsonl",
  needsSideCar: true,
  write: (row) => toLine(row.turns),
  writeSource: (source) => toLine(Turns.parse(JSON.parse(source.turnsJson))),
};
