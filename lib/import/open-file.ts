import { StudioError } from "#lib/errors.ts";
import type { FileContainer, LineNote } from "#lib/schema/import.ts";
import { decodeUtf8 } from "./decode-utf8.ts";
import { nameColumns } from "./name-columns.ts";
import { csvParser, jsonParser, type RecordParser } from "./parse-record.ts";
import { peek, withoutFirst } from "./peek.ts";
import type { RawRecord } from "./raw-record.ts";
import { readArrayElements } from "./read-array-elements.ts";
import { readLines } from "./read-lines.ts";
import { readRows } from "./read-rows.ts";
import { Rejection } from "./rejection.ts";
import { sniffDelimiter } from "./sniff-delimiter.ts";
import { sniffFile } from "./sniff-file.ts";
import { splitRow } from "./split-row.ts";

/** What reading needs to know of the limits; `importLimits` holds the real ones. */
export interface ReadLimits {
  lineBytes: number;
  rows: number;
  depth: number;
  keys: number;
}

/** A file ready to be read record by record. */
export interface OpenFile {
  container: FileContainer;
  records: AsyncGenerator<RawRecord[], void, void>;
  parse: RecordParser;
  notes: LineNote[];
}

const BOM_BYTES = 3;

/**
 * Tells what a file is and opens the reader for it.
 * @throws StudioError "invalid" with the reason and the mend when the file cannot be read at all.
 */
export async function openFile(
  source: AsyncIterable<Uint8Array>,
  fileName: string,
  limits: ReadLimits,
): Promise<OpenFile> {
  const { head, isWhole, chunks } = await peek(source, limits.lineBytes + 2);
  try {
    const sniffed = sniffFile(head, fileName, isWhole);
    if ("refusal" in sniffed) throw new StudioError("invalid", sniffed.refusal);
    const { container, hasBom } = sniffed;
    const notes: LineNote[] = [];
    if (hasBom) notes.push({ code: "N_BOM", field: null, message: "The byte order mark at the start was dropped." });
    const startOffset = hasBom ? BOM_BYTES : 0;
    const body = hasBom ? withoutFirst(chunks, BOM_BYTES) : chunks;
    const options = { lineBytes: limits.lineBytes, startOffset };
    if (container === "json-array") {
      return { container, notes, parse: jsonParser(limits), records: readArrayElements(body, options) };
    }
    if (container === "jsonl") {
      const room = limits.lineBytes + (head.at(-1) === 0x0d ? 1 : 0);
      if (head.length > room && !head.includes(0x0a)) throw endlessLine(limits.lineBytes);
      return { container, notes, parse: jsonParser(limits), records: readLines(body, options) };
    }
    const delimiter = sniffDelimiter(new TextDecoder("utf-8").decode(head));
    const records = readRows(body, { ...options, delimiter });
    const opened = await readHeader(records, delimiter);
    if (opened.renamed.length > 0) notes.push(renamedNote(opened.renamed));
    return { container, notes, parse: csvParser(opened.columns, delimiter, limits), records: opened.rest };
  } catch (error) {
    await chunks.return();
    throw error;
  }
}

function endlessLine(limit: number): StudioError {
  return new StudioError("invalid", `The first line is longer than ${limit} bytes. Write one record on each line.`);
}

async function readHeader(
  records: AsyncGenerator<RawRecord[], void, void>,
  delimiter: string,
): Promise<{ columns: string[]; renamed: string[]; rest: AsyncGenerator<RawRecord[], void, void> }> {
  const first = await records.next();
  const [header, ...others] = first.done ? [] : first.value;
  if (header === undefined) throw new StudioError("invalid", "The file is empty: it holds no rows.");
  if (header.isTooLong) throw new StudioError("invalid", "The header row is too long. Check its quotes.");
  const text = decodeUtf8(header.bytes, header.byteOffset);
  const cells = text instanceof Rejection ? text : splitRow(text, delimiter);
  if (cells instanceof Rejection) throw new StudioError("invalid", `Line 1: ${cells.message}`);
  const { names, renamed } = nameColumns(cells);
  for (const name of names) {
    if (name in {}) throw new StudioError("invalid", `The column name \`${name}\` is not allowed. Rename it.`);
  }
  return { columns: names, renamed, rest: following(others, records) };
}

async function* following(
  first: RawRecord[],
  rest: AsyncGenerator<RawRecord[], void, void>,
): AsyncGenerator<RawRecord[], void, void> {
  if (first.length > 0) yield first;
  yield* rest;
}

function renamedNote(renamed: readonly string[]): LineNote {
  const listed = renamed.slice(0, 10).map((name) => `\`${name}\``);
  return {
    code: "N_COLUMN_NAMES",
    field: null,
    message: `Columns without a name of their own are called ${listed.join(", ")}.`,
  };
}
