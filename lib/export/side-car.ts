import { canonicalJson } from "../text/canonical-json.ts";
import { escapeSeparators, toLeaf } from "./json-text.ts";
import type { ExportFacts } from "./writer.ts";

/**
 * One line of the side-car, without its line feed: the facts of the conversation on line `lineNumber` (from 1) of the
 * main file. Conversations left out of the main file have no line here either.
 */
export function sideCarLine(row: ExportFacts, lineNumber: number): string {
  return escapeSeparators(
    `{"line":${lineNumber},"id":${JSON.stringify(row.id)},"externalId":${toLeaf(row.externalId)},` +
      `"culture":${JSON.stringify(row.culture)},"language":${JSON.stringify(row.language)},"topic":${toLeaf(row.topic)},` +
      `"questionKey":${toLeaf(row.questionKey)},"source":${toLeaf(row.source)},"method":${toLeaf(row.method)},"status":${JSON.stringify(row.status)},` +
      `"tags":${JSON.stringify(row.tags)},"scores":${canonicalJson(row.scores)},"version":${row.version}}`,
  );
}
