import { Columns, marksOf } from "../columns.ts";
import { statusBits } from "../marks.ts";

/** What a made-up row says; the rest is that of any pending conversation. */
export interface MadeRow {
  status?: keyof typeof statusBits;
  culture?: string;
  topic?: string | null;
  representativeness?: number;
  disagreement?: number;
}

/** Columns of made-up rows, numbered from 0. */
export function columnsOf(rows: readonly MadeRow[]): Columns {
  const columns = new Columns();
  for (const [number, row] of rows.entries()) {
    const representativeness = row.representativeness ?? Number.NaN;
    columns.put({
      number,
      id: [0, 0, 0, number],
      updated: 0,
      marks: marksOf(statusBits[row.status ?? "pending"], false, false, representativeness, Number.NaN),
      culture: columns.names.culture.add(row.culture ?? "jp"),
      topic: columns.names.topic.add(row.topic ?? null),
      language: 0,
      method: 0,
      import: 0,
      reviewer: 0,
      assignee: 0,
      representativeness,
      distinctiveness: Number.NaN,
      disagreement: row.disagreement ?? Number.NaN,
    });
  }
  return columns;
}
