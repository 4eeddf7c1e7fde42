/** One cell of a table: a text, a number, or nothing. */
export type CsvValue = string | number | null;

/**
 * A table as CSV (RFC 4180) with a byte order mark, without which spreadsheets misread every script but Latin. A text that a
 * spreadsheet would take for a formula gets an apostrophe before it.
 */
export function toCsv(heads: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return `\uFEFF${[heads, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

function cell(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
