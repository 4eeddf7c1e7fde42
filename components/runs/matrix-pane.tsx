"use client";

import { type KeyboardEvent, type MouseEvent, useId, useMemo, useState } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Segmented } from "#components/ui/segmented.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import type { RunItemView, RunView } from "#lib/schema/run.ts";
import { columnAt, type MatrixRow, type Place, rowPaths, step, stoneSize, toMatrix, widthOf } from "./run-matrix.ts";
import { type ItemLook, itemWords, lookOf } from "./run-words.ts";

const looks: readonly ItemLook[] = ["good", "none", "flight", "waiting", "failed", "cancelled", "to-come"];

/** Every item as a stone, cultures below each other. Arrow keys move, Enter opens; or the same as a table. */
export function MatrixPane({
  run,
  items,
  nameOf,
  open,
  onOpen,
}: {
  run: RunView;
  items: readonly RunItemView[];
  nameOf: (code: string | null) => string;
  open: RunItemView | null;
  onOpen: (id: string) => void;
}) {
  const [view, setView] = useState<"stones" | "table">("stones");
  const matrix = useMemo(() => toMatrix(items), [items]);
  return (
    <section aria-labelledby="items">
      <div className="run-head">
        <h2 id="items" className="text-15">
          One stone is one item
        </h2>
        <ul className="run-key" aria-label="What the stones mean">
          {looks.map((look) => (
            <li key={look}>
              <StatusMark mark={itemWords[look].mark} size={12}>
                {itemWords[look].word}
              </StatusMark>
            </li>
          ))}
        </ul>
        <Segmented
          label="Show items as"
          options={[
            { value: "stones", label: "Stones" },
            { value: "table", label: "Table" },
          ]}
          value={view}
          onChange={setView}
        />
      </div>
      {items.length === 0 ? (
        <EmptyState>
          {run.state === "planning" ? "A worker writes down what is to be asked." : "This run has no items."}
        </EmptyState>
      ) : view === "stones" ? (
        <Stones matrix={matrix} nameOf={nameOf} open={open} onOpen={onOpen} />
      ) : (
        <ItemTable items={items} nameOf={nameOf} onOpen={onOpen} />
      )}
      {items.length < run.requested && items.length > 0 ? (
        <p className="mt-2 text-12 text-ink-3">
          The first {formatCount(items.length)} of {formatCount(run.requested)}. The figures above are of all.
        </p>
      ) : null}
    </section>
  );
}

interface StonesProps {
  matrix: readonly MatrixRow[];
  nameOf: (code: string | null) => string;
  open: RunItemView | null;
  onOpen: (id: string) => void;
}

function Stones({ matrix, nameOf, open, onOpen }: StonesProps) {
  const id = useId();
  const [moved, setMoved] = useState<Place | null>(null);
  const place = moved ?? placeOf(matrix, open) ?? { row: 0, column: 0 };
  const current = matrix[place.row]?.items[place.column];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = step(matrix, place, event.key);
    if (next !== null) setMoved(next);
    else if ((event.key === "Enter" || event.key === " ") && current) onOpen(current.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onPress = (row: number) => (event: MouseEvent<SVGSVGElement>) => {
    const found = matrix[row];
    if (found === undefined) return;
    const column = columnAt(found, event.clientX - event.currentTarget.getBoundingClientRect().left);
    setMoved({ row, column });
    const item = found.items[column];
    if (item) onOpen(item.id);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: one stop for keys, with what is under them told below */}
      <div
        className="run-matrix"
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys
        tabIndex={0}
        aria-label="Items: arrow keys move, Enter opens"
        aria-describedby={id}
        onKeyDown={onKeyDown}
      >
        {matrix.map((row, index) => (
          <div key={row.culture ?? ""} className="run-row">
            <bdi>{nameOf(row.culture)}</bdi>
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard by the whole matrix */}
            <svg
              className="stones"
              width={widthOf(row) + 4}
              height={stoneSize + 6}
              viewBox={`-2 -3 ${widthOf(row) + 4} ${stoneSize + 6}`}
              role="img"
              aria-label={summary(row)}
              onClick={onPress(index)}
            >
              {[...rowPaths(row)].map(([name, d]) => (
                <path key={name} className={name} d={d} />
              ))}
              {index === place.row ? (
                <rect
                  className="here"
                  x={(row.starts[place.column] ?? 0) - 1}
                  y={-1}
                  width={stoneSize + 2}
                  height={stoneSize + 2}
                />
              ) : null}
            </svg>
          </div>
        ))}
      </div>
      <p id={id} className="run-under" aria-live="polite">
        {current === undefined ? null : (
          <>
            <bdi>{nameOf(current.column)}</bdi>
            {": "}
            <bdi>{current.row}</bdi>
            {", "}
            {itemWords[lookOf(current)].word}
            {current.problem === null ? "" : `. ${current.problem}`}
          </>
        )}
      </p>
    </>
  );
}

function placeOf(matrix: readonly MatrixRow[], item: RunItemView | null): Place | null {
  if (item === null) return null;
  for (const [row, { items }] of matrix.entries()) {
    const column = items.findIndex(({ id }) => id === item.id);
    if (column >= 0) return { row, column };
  }
  return null;
}

/** `380 good, 2 failed`: what a row looks like to who does not see it. */
function summary({ items }: MatrixRow): string {
  return looks
    .map((look) => ({ look, count: items.filter((item) => lookOf(item) === look).length }))
    .filter(({ count }) => count > 0)
    .map(({ look, count }) => `${formatCount(count)} ${itemWords[look].word}`)
    .join(", ");
}

/** So many rows of the table at a time. */
const rowsShown = 100;

function ItemTable({
  items,
  nameOf,
  onOpen,
}: {
  items: readonly RunItemView[];
  nameOf: (code: string | null) => string;
  onOpen: (id: string) => void;
}) {
  const [shown, setShown] = useState(rowsShown);
  return (
    <div className="run-table">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Culture</th>
            <th scope="col">Question</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {items.slice(0, shown).map((item) => (
            <tr key={item.id}>
              <td>
                <bdi>{nameOf(item.column)}</bdi>
              </td>
              <td>
                <button type="button" className="run-open" dir="auto" onClick={() => onOpen(item.id)}>
                  {item.row}
                </button>
              </td>
              <td>
                <StatusMark mark={itemWords[lookOf(item)].mark}>{itemWords[lookOf(item)].word}</StatusMark>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {items.length > shown ? (
        <button type="button" className="button mt-3" onClick={() => setShown(shown + rowsShown)}>
          {formatCount(Math.min(rowsShown, items.length - shown))} more
        </button>
      ) : null}
    </div>
  );
}
