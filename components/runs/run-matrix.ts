import { stonePath } from "#components/ui/stone-path.ts";
import type { RunItemView } from "#lib/schema/run.ts";
import { type ItemLook, lookOf } from "./run-words.ts";

/** So many items are shown as stones, the first of the plan. */
export const mostStones = 2_000;

/** The items of one culture, question by question, in the order of the plan. */
export interface MatrixRow {
  /** A culture code; null for items about none. */
  culture: string | null;
  items: readonly RunItemView[];
  /** Where each stone begins, in pixels from the start. */
  starts: readonly number[];
}

export const stoneSize = 9;
const gap = 2;
/** Between questions where one has several stones, and else after every ten stones, so that they can be counted. */
const groupGap = 6;
const countable = 10;

/** Items as a matrix: cultures below each other, questions beside each other. O(items). */
export function toMatrix(items: readonly RunItemView[]): MatrixRow[] {
  const byCulture = new Map<string | null, RunItemView[]>();
  for (const item of items) {
    const row = byCulture.get(item.column);
    if (row === undefined) byCulture.set(item.column, [item]);
    else row.push(item);
  }
  return [...byCulture].map(([culture, row]) => {
    row.sort((one, other) => one.ordinal - other.ordinal);
    return { culture, items: row, starts: startsOf(row) };
  });
}

function startsOf(items: readonly RunItemView[]): number[] {
  const several = items.some((item, index) => index > 0 && item.row === items[index - 1]?.row);
  let at = 0;
  return items.map((item, index) => {
    const opens = index > 0 && (several ? item.row !== items[index - 1]?.row : index % countable === 0);
    if (opens) at += groupGap;
    const start = at;
    at += stoneSize + gap;
    return start;
  });
}

/** How wide the stones of a row are together, in pixels. */
export function widthOf({ starts }: MatrixRow): number {
  return (starts.at(-1) ?? 0) + stoneSize;
}

/** A place in the matrix. */
export interface Place {
  row: number;
  column: number;
}

/** Where a key leads from a place; null for a key that leads nowhere. It stays inside. */
export function step(matrix: readonly MatrixRow[], from: Place, key: string): Place | null {
  const within = (row: number, column: number): Place => {
    const kept = Math.min(Math.max(row, 0), matrix.length - 1);
    return { row: kept, column: Math.min(Math.max(column, 0), (matrix[kept]?.items.length ?? 1) - 1) };
  };
  const { row, column } = from;
  switch (key) {
    case "ArrowLeft":
      return within(row, column - 1);
    case "ArrowRight":
      return within(row, column + 1);
    case "ArrowUp":
      return within(row - 1, column);
    case "ArrowDown":
      return within(row + 1, column);
    case "Home":
      return within(row, 0);
    case "End":
      return within(row, Number.POSITIVE_INFINITY);
    default:
      return null;
  }
}

/** Which stone of a row lies at so many pixels from its start; the nearest one. */
export function columnAt({ starts }: MatrixRow, x: number): number {
  let found = 0;
  for (const [index, start] of starts.entries()) if (start - gap / 2 <= x) found = index;
  return found;
}

/** The outlines of a row's stones, joined by the class that colours them, so that a row is a handful of elements. */
export function rowPaths(row: MatrixRow): Map<string, string> {
  const paths = new Map<string, string>();
  for (const [index, item] of row.items.entries())
    for (const [name, path] of Object.entries(outline(lookOf(item), row.starts[index] ?? 0)))
      paths.set(name, (paths.get(name) ?? "") + path);
  return paths;
}

function outline(look: ItemLook, x: number): Readonly<Record<string, string>> {
  const size = stoneSize;
  const ring = stonePath(x + 0.5, 0.5, size - 1);
  switch (look) {
    case "good":
      return { full: stonePath(x, 0, size) };
    case "flight":
      return { "flight-ring": ring, full: `M${x} 4h${size}v5h${-size}z` };
    case "waiting":
      return { hollow: ring, dot: stonePath(x + 3, 3, 3) };
    case "failed":
      return { "refused-ring": ring, cross: `M${x + 2.5} 2.5l4 4M${x + 6.5} 2.5l-4 4` };
    case "none":
      return { refused: `M${x} 0h${size}v3h${-size}zM${x} 6h${size}v3h${-size}z` };
    case "cancelled":
      return { hollow: ring, dash: `M${x + 2} 4h5v1h-5z` };
    case "to-come":
      return { dot: stonePath(x + 3.5, 3.5, 2) };
  }
}
