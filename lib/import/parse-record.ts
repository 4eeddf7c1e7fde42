import { decodeUtf8 } from "./decode-utf8.ts";
import { isRecord, type JsonRecord } from "./json-value.ts";
import { parseJsonStrict } from "./parse-json-strict.ts";
import type { RawRecord } from "./raw-record.ts";
import { Rejection } from "./rejection.ts";
import { splitRow } from "./split-row.ts";

/** A record as read, before its shape is known. */
export interface ParsedRecord {
  raw: RawRecord;
  record: JsonRecord | Rejection;
  /** Whether every text in it is plain ASCII, so that no look at its characters is needed. */
  isAscii: boolean;
  hadNegativeZero: boolean;
}

/** Turns the bytes of one record into a record; null for a blank line. */
export type RecordParser = (raw: RawRecord) => ParsedRecord | null;

/** A parser of JSON lines and of the elements of a JSON list. O(bytes). */
export function jsonParser(limits: { depth: number; keys: number; lineBytes: number }): RecordParser {
  return (raw) => {
    if (raw.isTooLong) return rejected(raw, tooLong(limits.lineBytes));
    if (isBlank(raw.bytes)) return null;
    const text = decodeUtf8(raw.bytes, raw.byteOffset);
    if (text instanceof Rejection) return rejected(raw, text);
    const parsed = parseJsonStrict(text, limits);
    if (parsed instanceof Rejection) return rejected(raw, parsed);
    const { value } = parsed;
    if (!isRecord(value)) {
      return rejected(
        raw,
        new Rejection("E_NOT_OBJECT", null, 'The record is not an object. Write it as {"key": value}.'),
      );
    }
    return {
      raw,
      record: value,
      // In UTF-8 only ASCII takes one byte for each UTF-16 unit.
      isAscii: text.length === raw.bytes.length && !parsed.hasEscapes,
      hadNegativeZero: parsed.hadNegativeZero,
    };
  };
}

/** A parser of CSV rows under a header; an empty cell is null. O(bytes). */
export function csvParser(columns: readonly string[], delimiter: string, limits: { lineBytes: number }): RecordParser {
  return (raw) => {
    if (raw.isTooLong) return rejected(raw, tooLong(limits.lineBytes));
    if (isBlank(raw.bytes)) return null;
    const text = decodeUtf8(raw.bytes, raw.byteOffset);
    if (text instanceof Rejection) return rejected(raw, text);
    if (text.includes("\u0000")) {
      return rejected(
        raw,
        new Rejection("E_NUL", null, "The row holds U+0000, which PostgreSQL cannot store. Remove it."),
      );
    }
    const cells = splitRow(text, delimiter);
    if (cells instanceof Rejection) return rejected(raw, cells);
    if (cells.length !== columns.length) {
      const message = `The row has ${cells.length} cells, the header has ${columns.length}. Quote cells that hold the delimiter.`;
      return rejected(raw, new Rejection("E_CSV_COLUMNS", null, message));
    }
    const record: JsonRecord = {};
    for (const [index, column] of columns.entries()) record[column] = cells[index] || null;
    return { raw, record, isAscii: text.length === raw.bytes.length, hadNegativeZero: false };
  };
}

function rejected(raw: RawRecord, rejection: Rejection): ParsedRecord {
  return { raw, record: rejection, isAscii: false, hadNegativeZero: false };
}

function tooLong(limit: number): Rejection {
  return new Rejection("E_LINE_LONG", null, `The record is longer than ${limit} bytes. Split it or leave it out.`);
}

function isBlank(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false;
  return true;
}
