// biome-ignore-all lint/a11y/useSemanticElements: rows of a table element cannot be placed one by one
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is on the row's link
import { type Column, flexRender, type Row, type RowData } from "@tanstack/react-table";
import { memo } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { TabStop } from "./current-row.ts";
import type { Features } from "./table-features.ts";

interface GridRowProps<Item extends RowData> {
  row: Row<Features, Item>;
  place: number;
  /** How many rows there are from this one to the end, for rows that were read from there. */
  fromEnd: number | null;
  /** Those that are shown; the row is drawn anew when they change. */
  columns: readonly Column<Features, Item>[];
  current: boolean;
  /** Whether Tab reaches the link of this row. */
  tabStop: boolean;
  selected: boolean | undefined;
}

function DrawnRow<Item extends RowData>({ row, place, fromEnd, current, tabStop, selected }: GridRowProps<Item>) {
  const offset = fromEnd === null ? `var(--row-height) * ${place}` : `100% - var(--row-height) * ${fromEnd}`;
  return (
    <div
      role="row"
      aria-rowindex={place + 2}
      aria-selected={selected}
      data-place={place}
      className={classNames("data-row", current && "cursor", selected === true && "selected")}
      style={{ insetBlockStart: `calc(${offset})` }}
    >
      <TabStop value={tabStop}>
        {row.getAllCells().map((cell) => (
          <div key={cell.id} role="gridcell" className={`col-${cell.column.id}`}>
            {flexRender(cell.column.columnDef.cell, cell.getContext())}
          </div>
        ))}
      </TabStop>
    </div>
  );
}

/** A row is drawn anew only when it or its standing changes, so that a held arrow key costs two rows. */
export const GridRow = memo(DrawnRow) as typeof DrawnRow;
