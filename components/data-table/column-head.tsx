import type { Header, RowData } from "@tanstack/react-table";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import type { Features } from "./table-features.ts";

/** The head of a column; when it sorts, a button that says which way. */
export function ColumnHead<Row extends RowData>({
  header,
  children,
}: {
  header: Header<Features, Row>;
  children: ReactNode;
}) {
  const { column } = header;
  const sorted = column.getIsSorted();
  const order = sorted === "desc" ? "descending" : sorted === "asc" ? "ascending" : "none";
  if (!column.getCanSort()) {
    return (
      <th scope="col" className={`col-${column.id}`}>
        {children}
      </th>
    );
  }
  return (
    <th scope="col" className={`col-${column.id}`} aria-sort={order}>
      <button type="button" className="sort" onClick={column.getToggleSortingHandler()}>
        {children}
        {sorted === false ? null : <Icon of={sorted === "desc" ? ArrowDown : ArrowUp} size={12} />}
      </button>
    </th>
  );
}
