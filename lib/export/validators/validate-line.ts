import type { ExportFormat } from "../../schema/export.ts";
import { alpacaRules } from "./alpaca.ts";
import { openaiChatRules } from "./openai-chat.ts";
import { isObject, type JsonObject, type LineRules } from "./rules.ts";
import { sharegptRules } from "./sharegpt.ts";
import { sideCarRules, tesseraRules } from "./strict-rules.ts";
import { trlRules } from "./trl.ts";
import { type Report, type Trouble, troubleSeverity } from "./trouble.ts";

/** Everything that can be validated: the export formats and the file that lies beside them. */
export type ValidatedFormat = ExportFormat | "side-car";

/** The rules of each consumer. */
export const lineRules: Readonly<Record<ValidatedFormat, LineRules>> = {
  tessera: tesseraRules,
  "openai-chat": openaiChatRules,
  trl: trlRules,
  sharegpt: sharegptRules,
  alpaca: alpacaRules,
  "side-car": sideCarRules,
};

const lineBreakers = /[\r\u0085\u2028\u2029]/;
/** The escapes of a surrogate or of U+0000; whole pairs are fine, so a hit is looked at more closely. */
const suspectEscape = /\\u(?:d[89a-f]|0000)/i;
const longLineBytes = 2_000_000;

/** All findings of one line, given without its line feed. Rules that need the whole file are in `createFileValidator`. */
export function validateLine(format: ValidatedFormat, line: string, lineNumber: number): Trouble[] {
  const troubles: Trouble[] = [];
  inspectLine(format, line, lineNumber, (code, field, message) => {
    troubles.push({ code, severity: troubleSeverity[code], line: lineNumber, field, message });
  });
  return troubles;
}

/** As `validateLine`, reporting as it goes; returns the row when the line is a JSON object. */
export function inspectLine(
  format: ValidatedFormat,
  line: string,
  lineNumber: number,
  report: Report,
): JsonObject | null {
  if (line.trim() === "") {
    report("empty-line", null, "The line is empty; remove it.");
    return null;
  }
  checkCharacters(line, lineNumber, report);
  let row: unknown;
  try {
    row = JSON.parse(line.startsWith("\ufeff") ? line.slice(1) : line);
  } catch (error) {
    report("invalid-json", null, `Not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
  if (!isObject(row)) {
    report("not-an-object", null, "The line must be one JSON object.");
    return null;
  }
  if (suspectEscape.test(line)) checkStrings(row, "", report);
  lineRules[format].check(row, report, lineNumber);
  return row;
}

function checkCharacters(line: string, lineNumber: number, report: Report) {
  if (line.startsWith("\ufeff")) {
    const where = lineNumber === 1 ? "The file" : "The line";
    report("byte-order-mark", null, `${where} begins with a byte order mark; save it as UTF-8 without one.`);
  }
  if (lineBreakers.test(line)) {
    if (line.includes("\r")) report("carriage-return", null, "A raw carriage return; lines must end with LF alone.");
    if (/[\u0085\u2028\u2029]/.test(line)) {
      report(
        "raw-line-separator",
        null,
        "A raw U+0085, U+2028 or U+2029, where some readers split the line; escape it.",
      );
    }
  }
  if (line.length > longLineBytes / 3 && new TextEncoder().encode(line).length > longLineBytes) {
    report("long-line", null, "The line is longer than 2 MB; viewers cut or refuse such rows.");
  }
}

function checkStrings(value: unknown, path: string, report: Report) {
  if (typeof value === "string") {
    if (!value.isWellFormed()) report("half-surrogate", path, `\`${path}\` holds half of a surrogate pair.`);
    if (value.includes("\u0000")) report("null-character", path, `\`${path}\` holds U+0000, which databases refuse.`);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      const inner = path === "" ? key : `${path}.${key}`;
      checkStrings(key, inner, report);
      checkStrings(entry, inner, report);
    }
  }
}
