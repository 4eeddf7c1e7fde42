import type { MapPoints } from "./pack-points.ts";
import { scoreOfCode } from "./score-code.ts";

/** A square of the plot in which points lie. */
export interface DensityCell {
  /** Counted from the lowest scores. */
  column: number;
  row: number;
  count: number;
}

/** How many points lie in each of `columns` × `rows` equal squares; empty ones are left out. The last ones hold 1 too. One pass. */
export function densityCells(points: MapPoints, columns: number, rows: number): DensityCell[] {
  const counts = new Uint32Array(columns * rows);
  for (let point = 0; point < points.length; point++) {
    const column = cellOf(points.representativeness[point] ?? 0, columns);
    const row = cellOf(points.distinctiveness[point] ?? 0, rows);
    counts[row * columns + column] = (counts[row * columns + column] ?? 0) + 1;
  }
  const cells: DensityCell[] = [];
  counts.forEach((count, at) => {
    if (count > 0) cells.push({ column: at % columns, row: Math.floor(at / columns), count });
  });
  return cells;
}

function cellOf(code: number, cells: number): number {
  return Math.min(cells - 1, Math.floor(scoreOfCode(code) * cells));
}
