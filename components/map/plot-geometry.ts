import type { PlotSize } from "#lib/curation/map/nearest-point.ts";
import type { Box } from "./place-labels.ts";

/** Room for the axes around the plot, in px. */
export const margins = { left: 40, top: 12, right: 16, bottom: 36 } as const;

/** From one line of a corner's name to the next, in px. */
export const cornerLine = 15;

/** Where both scores lie in a box: from 0 to 1, so that every map of a project has the same scale. */
export interface PlotGeometry {
  readonly box: PlotSize;
  /** The plot within its margins. */
  readonly plot: PlotSize;
  x(score: number): number;
  y(score: number): number;
  /** In how many lines the names of the corners stand: two of them must fit beside each other. */
  readonly cornerLines: 1 | 2;
  /** Where names of medians may stand: clear of the axes and of the names of the corners. */
  readonly names: Box;
  /** The scores at a place of the box; beyond the plot, those of its edge. */
  scoresAt(x: number, y: number): { r: number; d: number };
}

export function plotGeometry(box: PlotSize): PlotGeometry {
  const plot = {
    width: Math.max(1, box.width - margins.left - margins.right),
    height: Math.max(1, box.height - margins.top - margins.bottom),
  };
  const cornerLines = box.width < 440 ? 2 : 1;
  const further = (cornerLines - 1) * cornerLine;
  const unit = (value: number) => Math.min(1, Math.max(0, value));
  return {
    box,
    plot,
    x: (score) => margins.left + score * plot.width,
    y: (score) => margins.top + (1 - score) * plot.height,
    cornerLines,
    names: { x: 44, y: 32 + further, width: box.width - 60, height: box.height - 92 - 2 * further },
    scoresAt: (x, y) => ({
      r: unit((x - margins.left) / plot.width),
      d: unit(1 - (y - margins.top) / plot.height),
    }),
  };
}
