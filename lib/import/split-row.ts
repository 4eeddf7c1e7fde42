import { Rejection } from "./rejection.ts";

/**
 * The cells of one CSV row (RFC 4180). A quoted cell may hold delimiters, line feeds and doubled quotes; a quote inside an
 * unquoted cell is text. E_CSV_QUOTE when a quoted cell is not closed or goes on after its closing quote. O(characters).
 * @example splitRow('a,"b ""c"", d",', ",") // => ["a", 'b "c", d', ""]
 */
export function splitRow(row: string, delimiter: string): string[] | Rejection {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (row.charCodeAt(at) === 0x22) {
      const end = closingQuote(row, at + 1);
      if (end === -1) {
        return new Rejection("E_CSV_QUOTE", null, `Cell ${cells.length + 1} opens a quote that is never closed.`);
      }
      const next = end + 1;
      if (next < row.length && row[next] !== delimiter) {
        const message = `Cell ${cells.length + 1} goes on after its closing quote. Double the quotes inside a quoted cell.`;
        return new Rejection("E_CSV_QUOTE", null, message);
      }
      cells.push(row.slice(at + 1, end).replaceAll('""', '"'));
      at = next;
    } else {
      const end = row.indexOf(delimiter, at);
      cells.push(row.slice(at, end === -1 ? row.length : end));
      at = end === -1 ? row.length : end;
    }
    if (at >= row.length) return cells;
    at += 1;
  }
}

function closingQuote(row: string, from: number): number {
  let end = row.indexOf('"', from);
  while (end !== -1 && row.charCodeAt(end + 1) === 0x22) end = row.indexOf('"', end + 2);
  return end;
}
