// biome-ignore-all lint/a11y/useSemanticElements: rows of a table element cannot be placed one by one
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is on the row's link
import { memo } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { CurrentRow } from "./current-row.ts";
import type { GridColumn } from "./data-grid.tsx";

interface GridRowProps<Row> {
  row: Row;
  place: number;
  /** How many rows there are from this one to the end, for rows that were read from there. */
  fromEnd: number | null;
  columns: readonly GridColumn<Row>[];
  current: boolean;
  selected: boolean | undefined;
}

function DrawnRow<Row extends { id: string }>({ row, place, fromEnd, columns, current, selected }: GridRowProps<Row>) {
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
      <CurrentRow value={current}>
        {columns.map(({ id, cell }) => (
          <div key={id} role="gridcell" className={`col-${id}`}>
            {cell(row, place)}
          </div>
        ))}
      </CurrentRow>
    </div>
  );
}

/** A row is drawn anew only when it or its standing changes, so that a held arrow key costs two rows. */
export const GridRow = memo(DrawnRow) as typeof DrawnRow;
