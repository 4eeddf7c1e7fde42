import type { ClientBase } from "pg";
import { to } from "pg-copy-streams";

/**
 * Runs `COPY (select) TO STDOUT` and yields batches of rows of text fields, null for SQL NULL. Nothing is gathered beyond
 * one chunk from the server. `select` is SQL of this repository with its values already placed by `format`.
 */
export async function* copyOut(client: ClientBase, select: string): AsyncGenerator<(string | null)[][], void, void> {
  const stream = client.query(to(`COPY (${select}) TO STDOUT`));
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let rest = "";
  for await (const chunk of stream) {
    const text: string = rest + decoder.decode(chunk, { stream: true });
    const end = text.lastIndexOf("\n");
    rest = text.slice(end + 1);
    if (end === -1) continue;
    const rows: (string | null)[][] = [];
    for (let start = 0; start < end; ) {
      const stop = text.indexOf("\n", start);
      rows.push(toFields(text.slice(start, stop)));
      start = stop + 1;
    }
    yield rows;
  }
}

function toFields(line: string): (string | null)[] {
  const fields: (string | null)[] = line.split("\t");
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index];
    if (field === "\\N") fields[index] = null;
    else if (field?.includes("\\")) fields[index] = toPlain(field);
  }
  return fields;
}

const escapes: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v" };

function toPlain(field: string): string {
  return field.replace(/\\(.)/g, (_, code: string) => escapes[code] ?? code);
}
