"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { type CsvValue, toCsv } from "./to-csv.ts";

export interface TableColumn {
  key: string;
  title: string;
  /** What is measured, rather than named. */
  figure?: boolean;
}

export interface TableCell {
  /** What is sorted by and written to the file. */
  value: CsvValue;
  /** What is read where that is another. */
  shown?: ReactNode;
}

export interface TableRow {
  key: string;
  /** In the order of the columns. */
  cells: readonly TableCell[];
}

/** What a figure shows as a table, sorted by any of its columns, and as a file. */
export function PlotTable({
  caption,
  columns,
  rows,
  fileName,
}: {
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  fileName: string;
}) {
  const [sort, setSort] = useState<{ column: number; descending: boolean } | null>(null);
  const shown = sort === null ? rows : sorted(rows, sort.column, sort.descending);

  function save() {
    const text = toCsv(
      columns.map(({ title }) => title),
      shown.map(({ cells }) => cells.map(({ value }) => value)),
    );
    const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = fileName;
    link.click();
    URL.revokeObjectURL(address);
  }
  return (
    <div className="map-table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself must be within reach of the keys */}
      <section className="map-table-scroll" aria-label={caption} tabIndex={0}>
        <table className="table">
          <caption className="unseen">{caption}</caption>
          <thead>
            <tr>
              {columns.map(({ key, title, figure }, column) => {
                const own = sort?.column === column ? sort : null;
                return (
                  <th
                    key={key}
                    scope="col"
                    className={figure ? "figure" : undefined}
                    aria-sort={own === null ? undefined : own.descending ? "descending" : "ascending"}
                  >
                    <button
                      type="button"
                      className="map-sort"
                      onClick={() => setSort({ column, descending: own === null ? figure === true : !own.descending })}
                    >
                      {title}
                      {own === null ? null : <Icon of={own.descending ? ArrowDown : ArrowUp} size={12} />}
                    </button>
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, cells }) => (
              <tr key={key}>
                {cells.map(({ value, shown: read }, column) => {
                  const { key: name = String(column), figure } = columns[column] ?? {};
                  const content = read ?? (value === null ? "–" : value);
                  return column === 0 ? (
                    <th key={name} scope="row">
                      {content}
                    </th>
                  ) : (
                    <td key={name} className={figure ? "figure" : undefined}>
                      {content}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Button onClick={save}>Download as CSV</Button>
    </div>
  );
}

/** What has no value stands last, whichever way. */
function sorted(rows: readonly TableRow[], column: number, descending: boolean): readonly TableRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [a.cells[column]?.value ?? null, b.cells[column]?.value ?? null];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    if (typeof one === "number" && typeof other === "number") return sign * (one - other);
    return sign * String(one).localeCompare(String(other));
  });
}
