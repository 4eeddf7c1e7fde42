import { canonicalJson } from "../text/canonical-json.ts";
import { escapeSeparators, normaliseTurnsJson, toLeaf, toTurnsJson } from "./json-text.ts";
import type { ExportFacts, ExportSource, ExportWriter } from "./writer.ts";

/**
 * One line of the lossless format: the keys of ExportRow in the order of the schema, the keys inside `scores` sorted.
 * `turnsJson` may be any JSON text of the turns; its layout does not show in the line.
 */
export function writeTesseraLine(source: ExportSource): string {
  return toLine(source, normaliseTurnsJson(source.turnsJson));
}

function toLine(facts: ExportFacts, turnsJson: string): string {
  return escapeSeparators(
    `{"id":${JSON.stringify(facts.id)},"externalId":${toLeaf(facts.externalId)},"culture":${JSON.stringify(facts.culture)},` +
      `"language":${JSON.stringify(facts.language)},"topic":${toLeaf(facts.topic)},"questionKey":${toLeaf(facts.questionKey)},` +
      `"source":${toLeaf(facts.source)},"method":${toLeaf(facts.method)},"status":${JSON.stringify(facts.status)},"turns":${turnsJson},` +
      `"tags":${JSON.stringify(facts.tags)},"scores":${canonicalJson(facts.scores)},"version":${facts.version}}`,
  );
}

/** Everything a conversation holds; what the import of Tessera reads back unchanged. */
export const tessera: ExportWriter = {
  format: "tessera",
  extension: "jsonl",
  needsSideCar: false,
  write: (row) => ({ line: toLine(row, toTurnsJson(row.turns)) }),
  writeSource: (source) => ({ line: writeTesseraLine(source) }),
};
