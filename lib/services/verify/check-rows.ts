import { NIL } from "uuid";
import type { Difference } from "#lib/curation/difference.ts";
import { compareFields } from "./collect-differences.ts";

/** Rows are read so many at a time. */
export const page = 1_000;

/** What is held against what, and in which words it is told. */
export interface CheckedRows<Row extends { id: string }> {
  kind: string;
  /** What one of them is, and what a row without an event is told as; the noun itself by default. */
  noun: string;
  nameOf?(row: Row): string;
  expected: ReadonlyMap<string, object>;
  /** The next `page` rows in the order of their ids. */
  readAfter(id: string): Promise<Row[]>;
}

/** Holds all rows of a table against those that the events tell of, by their ids. O(rows). */
export async function checkRows<Row extends { id: string }>(
  { kind, noun, nameOf = () => noun, expected, readAfter }: CheckedRows<Row>,
  report: (difference: Difference) => void,
): Promise<void> {
  const missing = new Set(expected.keys());
  for (let after: string = NIL; ; ) {
    const rows = await readAfter(after);
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const row of rows) {
      const { id } = row;
      const own = expected.get(id);
      if (own) compareFields(kind, id, own, { ...row }, report);
      else report({ kind: `${kind}.unknown`, id, expected: "none", found: `${nameOf(row)} without an event` });
      missing.delete(id);
    }
    after = last.id;
  }
  for (const id of missing) report({ kind: `${kind}.missing`, id, expected: noun, found: "none" });
}
