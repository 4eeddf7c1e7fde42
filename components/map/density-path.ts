import { stonePath } from "#components/ui/stone-path.ts";
import { densityCells } from "#lib/curation/map/density-cells.ts";
import type { MapPoints } from "#lib/curation/map/pack-points.ts";
import type { PlotGeometry } from "./plot-geometry.ts";

const pitch = 14;

/** How thick the points lie, as stones: the area of each tells its share of the fullest place. One path. */
export function densityPath(points: MapPoints, { plot, x, y }: PlotGeometry): string {
  const columns = Math.max(1, Math.floor(plot.width / pitch));
  const rows = Math.max(1, Math.floor(plot.height / pitch));
  const cells = densityCells(points, columns, rows);
  const most = Math.max(1, ...cells.map(({ count }) => count));
  return cells
    .map(({ column, row, count }) => {
      const side = Math.max(2, Math.round((pitch - 1) * Math.sqrt(count / most)));
      const left = Math.round(x((column + 0.5) / columns) - side / 2);
      const top = Math.round(y((row + 0.5) / rows) - side / 2);
      return stonePath(left, top, side);
    })
    .join("");
}
