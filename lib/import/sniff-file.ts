import type { FileContainer } from "#lib/schema/import.ts";
import { endOfFirstValue } from "./explain-json-error.ts";
import { foreignContent } from "./foreign-content.ts";

/** What a file is, judged by its first bytes, or why it cannot be read at all. */
export type SniffedFile =
  | { container: FileContainer; hasBom: boolean }
  /** One sentence that names what was found and the mend. */
  | { refusal: string };

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
/** The structure of a file shows in less; `head` may be longer. */
const SNIFFED_BYTES = 65_536;

/**
 * Tells JSONL, JSON list and CSV apart by content, with the file's name as a second witness; everything else is named and
 * refused. `head` is the start of the unpacked file (64 KiB is enough); `isWhole` says that it is all of it.
 */
export function sniffFile(head: Uint8Array, fileName: string, isWhole = false): SniffedFile {
  if (head.length === 0) return { refusal: "The file is empty: it holds no rows." };
  const foreign = foreignContent(head, fileName);
  if (foreign !== null) return { refusal: foreign };
  const hasBom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  const text = decoder.decode(head.subarray(hasBom ? 3 : 0, SNIFFED_BYTES));
  const body = text.trimStart();
  if (body === "" && isWhole) return { refusal: "The file holds only blank lines: it holds no rows." };
  if (!text.includes("\n") && /\r[^\r]/.test(text)) {
    return { refusal: "The lines end with a lone carriage return (CR). Save the file with LF or CRLF line ends." };
  }
  const extension = extensionOf(fileName);
  const isNamedCsv = extension === "csv" || extension === "tsv";
  const json = jsonLayout(body);
  if (json !== null && isNamedCsv) {
    return { refusal: `The file is named .${extension} but holds JSON. Rename it to .jsonl or .json.` };
  }
  if (json === "list") return { container: "json-array", hasBom };
  if (json === "lines") return { container: "jsonl", hasBom };
  if (json === "pretty") return { refusal: prettyRefusal(body) };
  if (json === "concatenated")
    return { refusal: "The first line holds two JSON values. Put each on a line of its own." };
  if (isNamedCsv) return { container: "csv", hasBom };
  if (["jsonl", "ndjson", "json"].includes(extension)) {
    if (/^[ \t]*\{/m.test(text)) return { container: "jsonl", hasBom };
    if (isDelimited(body)) return { refusal: `The file is named .${extension} but holds CSV. Rename it to .csv.` };
    return { refusal: "The file holds no JSON: each line must be one JSON object, beginning with {." };
  }
  if (isDelimited(body)) return { container: "csv", hasBom };
  return { refusal: "The file is neither JSON lines, a JSON list nor CSV. Convert it to one of them." };
}

/** The part of a name behind its last dot, lower-case, with a `.gz` left out; empty when there is none. */
export function extensionOf(fileName: string): string {
  const [, extension = ""] = /\.([A-Za-z0-9]{1,16})(?:\.gz)?$/.exec(fileName.slice(-40)) ?? [];
  return extension.toLowerCase();
}

function jsonLayout(body: string): "lines" | "list" | "pretty" | "concatenated" | null {
  if (body.startsWith("[")) return /^\[\s*[[{"\]\d\-tfn]/.test(body) || body.trim() === "[" ? "list" : null;
  if (!/^\{\s*["}]/.test(body) && body.trim() !== "{") return body.startsWith("{") ? "lines" : null;
  const end = endOfFirstValue(body);
  const newline = body.indexOf("\n");
  const firstLine = newline === -1 ? body : body.slice(0, newline);
  if (end <= firstLine.length)
    return isJson(firstLine) || !/^\s*[{[]/.test(body.slice(end, firstLine.length)) ? "lines" : "concatenated";
  // The object goes on behind its first line: pretty-printed if what follows continues it, a broken line otherwise.
  if (newline === -1) return "lines";
  const nextLine = body.slice(newline + 1).trimStart();
  return nextLine.startsWith("{") && firstLine.trim() !== "{" ? "lines" : "pretty";
}

function prettyRefusal(body: string): string {
  const end = endOfFirstValue(body);
  const isAlone = end < body.length ? body.slice(end).trim() === "" : true;
  return isAlone
    ? "The file is one JSON object spread over lines. Write a list of records, or one record on each line."
    : "The records are spread over several lines. Write each JSON object on one line, or put all of them in a list.";
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isDelimited(body: string): boolean {
  const [first = ""] = body.split("\n", 1);
  return /[,\t;]/.test(first);
}
