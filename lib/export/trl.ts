import { escapeSeparators, normaliseTurnsJson, toTurnsJson } from "./json-text.ts";
import type { ExportFacts, ExportWriter, Written } from "./writer.ts";

/** A missing fact is "", since `datasets` gives a column that begins with nulls the type null and then fails on text. */
const column = (value: string | null) => JSON.stringify(value ?? "");

function toLine(facts: ExportFacts, turnsJson: string): Written {
  return {
    line: escapeSeparators(
      `{"messages":${turnsJson},"id":${column(facts.id)},"externalId":${column(facts.externalId)},` +
        `"culture":${column(facts.culture)},"language":${column(facts.language)},"topic":${column(facts.topic)},` +
        `"questionKey":${column(facts.questionKey)},"source":${column(facts.source)},"status":${column(facts.status)},` +
        `"version":${facts.version}}`,
    ),
  };
}

/** TRL conversational language modelling: `messages`, then scalar columns of constant type, which trainers ignore. */
export const trl: ExportWriter = {
  format: "trl",
  extension: "jsonl",
  needsSideCar: true,
  write: (row) => toLine(row, toTurnsJson(row.turns)),
  writeSource: (source) => toLine(source, normaliseTurnsJson(source.turnsJson)),
};
