"use client";
import { type ColumnDef, type SortingState, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useEffectEvent, useRef } from "react";
import { classNames } from "#components/ui/class-names.ts";
import "./data-table.css";
import { ColumnHead } from "./column-head.tsx";
import { CurrentRow } from "./current-row.ts";
import { type Features, features } from "./table-features.ts";

export interface DataTableProps<Row extends { id: string }> {
  /** Names the grid for readers of the page aloud. */
  label: string;
  /** Each needs an id, which is also its class `col-…`; stable across renders. */
  columns: ColumnDef<Features, Row, never>[] | ColumnDef<Features, Row>[];
  rows: readonly Row[];
  /** How many rows the list has in all, loaded or not. */
  total: number;
  /** Index of the row that the keys act on. */
  cursor: number;
  onCursor: (index: number) => void;
  onOpen: (row: Row) => void;
  sorting: SortingState;
  onSort: (sorting: SortingState) => void;
  /** Called when the last loaded rows come into sight and more exist. */
  onNearEnd: () => void;
  /** The rows shown are of the last question, the answer to the new one is on its way. */
  stale?: boolean;
  /** Stands after the last row. */
  children?: ReactNode;
}

const rowHeight = 44;

/**
 * The studio's one table: a grid of rows of which only those in sight are in the page. Each row holds one link, and the
 * keys move the focus from link to link.
 */
export function DataTable<Row extends { id: string }>(props: DataTableProps<Row>) {
  const { columns, rows, cursor, onCursor, onOpen, sorting, onSort } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const wanted = useRef<number | null>(null);
  const table = useTable({
    features,
    columns: columns as ColumnDef<Features, Row>[],
    data: rows as Row[],
    getRowId: (row) => row.id,
    manualSorting: true,
    enableMultiSort: false,
    sortDescFirst: true,
    state: { sorting },
    onSortingChange: (update) => onSort(typeof update === "function" ? update(sorting) : update),
  });
  const model = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: model.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => model[index]?.id ?? index,
    overscan: 12,
    initialRect: { width: 1200, height: 900 },
  });
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const lastShown = items.at(-1)?.index ?? -1;

  const nearEnd = useEffectEvent(props.onNearEnd);
  useEffect(() => {
    if (lastShown >= 0 && lastShown >= rows.length - 10) nearEnd();
  }, [lastShown, rows.length]);

  const shownCursor = useRef(cursor);
  const showCursor = useEffectEvent(() => {
    if (shownCursor.current === cursor) return;
    shownCursor.current = cursor;
    wanted.current = cursor;
    virtual.scrollToIndex(cursor);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cursor is what this follows
  useEffect(() => showCursor(), [cursor]);

  // The row may come into the page only after scrolling, so each render looks whether it is there.
  useEffect(() => {
    if (wanted.current === null) return;
    const link = scroll.current?.querySelector<HTMLElement>(`tr[data-index="${wanted.current}"] a`);
    if (link == null) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent) {
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 400) / rowHeight) - 2);
    const to: Partial<Record<string, number>> = {
      PageDown: cursor + page,
      PageUp: cursor - page,
      Home: 0,
      End: rows.length - 1,
    };
    const index = to[event.key];
    if (index === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    onCursor(Math.min(Math.max(index, 0), rows.length - 1));
  }

  function onRowClick(event: MouseEvent<HTMLTableRowElement>, row: Row) {
    const onControl = event.target instanceof Element && event.target.closest("a, button, input") !== null;
    if (onControl || event.defaultPrevented || getSelection()?.isCollapsed === false) return;
    onOpen(row);
  }

  return (
    <div className={classNames("data-table", props.stale && "stale")} ref={scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose keys move between rows is a grid
        role="grid"
        aria-label={props.label}
        aria-rowcount={props.total + 1}
        aria-busy={props.stale === true}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            {table.getHeaderGroups()[0]?.headers.map((header) => (
              <ColumnHead key={header.id} header={header}>
                <table.FlexRender header={header} />
              </ColumnHead>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 ? <tr className="gap" style={{ blockSize: before }} /> : null}
          {items.map((item) => {
            const row = model[item.index];
            if (row === undefined) return null;
            return (
              <tr
                key={row.id}
                ref={virtual.measureElement}
                data-index={item.index}
                aria-rowindex={item.index + 2}
                className={classNames("data-row", item.index === cursor && "cursor")}
                onClick={(event) => onRowClick(event, row.original)}
                onFocus={() => {
                  shownCursor.current = item.index;
                  if (item.index !== cursor) onCursor(item.index);
                }}
              >
                <CurrentRow value={item.index === cursor}>
                  {row.getAllCells().map((cell) => (
                    <td key={cell.id} className={`col-${cell.column.id}`}>
                      <table.FlexRender cell={cell} />
                    </td>
                  ))}
                </CurrentRow>
              </tr>
            );
          })}
          {after > 0 ? <tr className="gap" style={{ blockSize: after }} /> : null}
        </tbody>
      </table>
      {props.children}
    </div>
  );
}
