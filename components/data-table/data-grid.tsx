// biome-ignore-all lint/a11y/useSemanticElements: rows of a table element cannot be placed one by one
// biome-ignore-all lint/a11y/useFocusableInteractive: the focus is on the row's link and on what is in the heads
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the link of the row answers Enter
// biome-ignore-all lint/a11y/noStaticElementInteractions: presses on rows are heard where the rows lie
"use client";
import type { ReactTable } from "@tanstack/react-table";
import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { classNames } from "#components/ui/class-names.ts";
import "./data-grid.css";
import { GridRow } from "./grid-row.tsx";
import { rowWindow, tallest, topOf } from "./row-window.ts";
import type { Features } from "./table-features.ts";

export interface DataGridProps<Row extends { id: string }> {
  /** Names the grid for readers of the page aloud. */
  label: string;
  /** Its columns, and its loaded rows: those from the start, then those from the end. */
  table: ReactTable<Features, Row>;
  /** How the columns stand that can be sorted by, by their ids. */
  sorted: ReadonlyMap<string, "ascending" | "descending" | "none">;
  /** What stands above a column, by its id, which is also the class `col-…` of head and cells. */
  heads: ReadonlyMap<string, ReactNode>;
  /** How many rows the list has in all, and how many are loaded from its start and from its end. */
  total: number;
  head: number;
  tail: number;
  /** The row that the keys act on, by place and by id. */
  cursor: number;
  cursorId: string | null;
  isSelected?: (row: Row) => boolean;
  onCursor: (place: number) => void;
  onOpen: (place: number) => void;
  /** A press on a row with Shift held: from the last picked row to this one. */
  onRange?: (place: number) => void;
  /** The pointer rests on a row for a moment. */
  onRest?: (place: number) => void;
  onLast: () => void;
  /** What is in sight: the last place drawn, and whether rows that are not loaded are. */
  onSight: (last: number, gapInSight: boolean) => void;
  onScroll?: (scrollTop: number) => void;
  /** Names the list; another list begins where it says, without taking the focus. */
  listKey: string;
  startsAt: number;
  /** The rows shown are of the last question, the answer to the new one is on its way. */
  stale?: boolean;
  /** Stands in the gap of rows that are not loaded. */
  gapNote?: ReactNode;
}

const spare = 12;
const firstGuess = { rowHeight: 44, view: { scrollTop: 0, height: 900 } };
const restMilliseconds = 60;

/**
 * A grid of rows of one height of which only those in sight are in the page. Each row holds one link, and the keys move
 * the focus from link to link. The height of a row is the CSS length `--row-height`.
 */
export function DataGrid<Row extends { id: string }>(props: DataGridProps<Row>) {
  const { table, total, head, tail, cursor, cursorId, onCursor } = props;
  const columns = table.getAllLeafColumns();
  const loaded = table.getRowModel().rows;
  const rowAt = (place: number) => loaded[place < head ? place : place - (total - tail) + head];
  const scroll = useRef<HTMLDivElement>(null);
  const headRow = useRef<HTMLDivElement>(null);
  const [{ rowHeight, view }, setMeasured] = useState(firstGuess);
  const shape = { total, head, tail, rowHeight };
  const { places, gapInSight } = rowWindow(shape, view, spare);
  const wanted = useRef<number | null>(null);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const measure = useEffectEvent(() => {
    const element = scroll.current;
    if (element === null) return;
    const height = Number.parseFloat(getComputedStyle(element).getPropertyValue("--row-height")) || 44;
    const headHeight = headRow.current?.offsetHeight ?? 0;
    const next = { scrollTop: element.scrollTop, height: Math.max(0, element.clientHeight - headHeight) };
    setMeasured((held) =>
      held.rowHeight === height && held.view.scrollTop === next.scrollTop && held.view.height === next.height
        ? held
        : { rowHeight: height, view: next },
    );
  });

  const { listKey, startsAt } = props;
  useLayoutEffect(() => {
    measure();
    const observer = new ResizeObserver(() => measure());
    if (scroll.current !== null) observer.observe(scroll.current);
    const looks = new MutationObserver(() => measure());
    looks.observe(document.documentElement, { attributes: true, attributeFilter: ["data-density"] });
    return () => {
      observer.disconnect();
      looks.disconnect();
    };
  }, []);

  const tellSight = useEffectEvent(props.onSight);
  const lastDrawn = places.at(-1) ?? -1;
  // Told again when more is loaded: the gap may still be in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is loaded decides what is wanted next
  useEffect(() => tellSight(lastDrawn, gapInSight), [lastDrawn, gapInSight, head, tail]);

  // The cursor's row keeps its place on the screen when the rows above it change.
  const held = useRef({ listKey: "", cursor, cursorId });
  const shown = useRef(cursorId);
  useLayoutEffect(() => {
    const before = held.current;
    held.current = { listKey, cursor, cursorId };
    const element = scroll.current;
    if (element === null) return;
    if (before.listKey !== listKey) {
      shown.current = cursorId;
      element.scrollTop = startsAt;
      measure();
      return;
    }
    if (cursorId === null || before.cursorId !== cursorId || before.cursor === cursor) return;
    element.scrollTop += topOf(cursor, shape) - topOf(before.cursor, shape);
    measure();
  });

  const showCursor = useEffectEvent(() => {
    const element = scroll.current;
    if (element === null || shown.current === cursorId) return;
    shown.current = cursorId;
    wanted.current = cursor;
    const top = topOf(cursor, shape);
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + view.height) element.scrollTop = top + rowHeight - view.height;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cursor is what this follows
  useLayoutEffect(() => showCursor(), [cursorId]);

  // The row may come into the page only after scrolling, so each render looks whether it is there.
  useEffect(() => {
    if (wanted.current === null) return;
    const link = scroll.current?.querySelector<HTMLElement>(`[data-place="${wanted.current}"] a`);
    if (link == null) return;
    wanted.current = null;
    link.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement) return;
    const page = Math.max(1, Math.floor(view.height / rowHeight) - 1);
    const to: Partial<Record<string, number>> = { PageDown: cursor + page, PageUp: cursor - page, Home: 0 };
    const place = to[event.key];
    if (place === undefined && event.key !== "End") return;
    event.preventDefault();
    if (event.key === "End") props.onLast();
    else if (place !== undefined) onCursor(Math.min(Math.max(place, 0), total - 1));
  }

  function onClick(event: MouseEvent) {
    const place = placeUnder(event);
    if (place === null || event.defaultPrevented || !(event.target instanceof Element)) return;
    if (event.shiftKey && props.onRange !== undefined) {
      event.preventDefault();
      getSelection()?.removeAllRanges();
      return props.onRange(place);
    }
    const newTab = event.metaKey || event.ctrlKey || event.button !== 0;
    if (newTab || event.target.closest("button, input, label") !== null || getSelection()?.isCollapsed === false)
      return;
    event.preventDefault();
    shown.current = rowAt(place)?.id ?? null;
    props.onOpen(place);
  }

  function onFocus(event: FocusEvent) {
    const place = placeUnder(event);
    if (place === null || place === cursor) return;
    shown.current = rowAt(place)?.id ?? null;
    onCursor(place);
  }

  function onPointerOver(event: MouseEvent) {
    clearTimeout(resting.current);
    const place = placeUnder(event);
    if (place !== null) resting.current = setTimeout(() => props.onRest?.(place), restMilliseconds);
  }

  // Tab must find the list also when the cursor's row has been scrolled away and is not in the page.
  const first = Math.ceil(view.scrollTop / rowHeight);
  const tabStop = places.includes(cursor) ? cursor : (places.find((place) => place >= first) ?? places[0]);

  return (
    <div
      ref={scroll}
      className={classNames("data-grid", props.stale && "stale")}
      onScroll={(event) => {
        measure();
        props.onScroll?.(event.currentTarget.scrollTop);
      }}
    >
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={total + 1}
        aria-multiselectable={props.isSelected === undefined ? undefined : true}
        aria-busy={props.stale === true}
        style={{ ["--tracks" as string]: columns.map(({ columnDef }) => columnDef.meta?.track ?? "auto").join(" ") }}
        onKeyDown={onKeyDown}
      >
        <div role="row" aria-rowindex={1} className="grid-head" ref={headRow}>
          {columns.map((column) => (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={props.sorted.get(column.id)}
              className={`col-${column.id}`}
            >
              {props.heads.get(column.id)}
            </div>
          ))}
        </div>
        <div
          role="rowgroup"
          className="grid-body"
          style={{ blockSize: `min(var(--row-height) * ${total}, ${tallest}px)` }}
          onClick={onClick}
          onFocus={onFocus}
          onPointerOver={onPointerOver}
          onPointerLeave={() => clearTimeout(resting.current)}
        >
          {places.map((place) => {
            const row = rowAt(place);
            return row === undefined ? null : (
              <GridRow
                key={row.id}
                row={row}
                place={place}
                fromEnd={place < head ? null : total - place}
                columns={columns}
                current={place === cursor}
                tabStop={place === tabStop}
                selected={props.isSelected?.(row.original)}
              />
            );
          })}
          {head + tail < total ? (
            <div
              className="grid-gap"
              role="presentation"
              style={{
                insetBlock: `calc(var(--row-height) * ${head}) calc(var(--row-height) * ${tail})`,
              }}
            >
              {gapInSight ? <div className="grid-gap-note">{props.gapNote}</div> : null}
            </div>
          ) : null}
        </div>
      </div>
    </div>
  );
}

function placeUnder(event: { target: EventTarget }): number | null {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-place]") : null;
  return row === null ? null : Number(row.dataset.place);
}
