import { finished } from "node:stream/promises";
import type { ClientBase } from "pg";
import { from } from "pg-copy-streams";

/** A field of a row on its way in; null stands for SQL NULL. JSON and arrays come as text in PostgreSQL's own form. */
export type CopyValue = string | number | bigint | boolean | null;

/** Rows are gathered up to about so many characters before they are sent. */
const chunkCharacters = 128 * 1024;
/** So many chunks may be on their way, so that rows are made here while the server takes earlier ones in. */
const chunksUnderWay = 24;

/** Takes rows and sends them through one COPY. Memory stays at a few chunks; `write` waits when the server is slower. */
export interface CopyIn {
  write(row: readonly CopyValue[]): Promise<void> | undefined;
  end(): Promise<number>;
  /** Gives it up: the server drops what came, and the connection can be asked to roll back. */
  abort(): Promise<void>;
}

/** Opens `COPY table (columns) FROM STDIN`. Table and columns are names from this repository, never from a user. */
export function copyIn(client: ClientBase, table: string, columns: readonly string[]): CopyIn {
  const stream = client.query(from(`COPY ${table} (${columns.join(", ")}) FROM STDIN`));
  const done = finished(stream);
  done.catch(() => {}); // reported by the call that meets it: `write` or `end`
  let text = "";
  let rows = 0;
  const underWay: Promise<void>[] = [];
  const flush = async () => {
    const chunk = text;
    text = "";
    const sent = new Promise<void>((resolve) => stream.write(chunk, "utf8", () => resolve()));
    underWay.push(sent);
    // A stream that failed calls nobody back; then `done` rejects.
    if (underWay.length > chunksUnderWay) await Promise.race([underWay.shift(), done]);
  };
  return {
    write(row) {
      rows += 1;
      let line = "";
      for (let index = 0; index < row.length; index++) line += (index === 0 ? "" : "\t") + toField(row[index] ?? null);
      text += `${line}\n`;
      return text.length > chunkCharacters ? flush() : undefined;
    },
    async end() {
      if (text !== "") await flush();
      stream.end();
      await done;
      return rows;
    },
    async abort() {
      stream.destroy(new Error("given up"));
      await done.catch(() => {});
    },
  };
}

const special = /[\\\n\r\t]/;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function toField(value: CopyValue): string {
  if (value === null) return "\\N";
  if (typeof value !== "string") return typeof value === "boolean" ? (value ? "t" : "f") : String(value);
  return special.test(value) ? value.replace(/[\\\n\r\t]/g, (found) => escapes[found] ?? found) : value;
}
