import type { PlotSize } from "#lib/curation/map/nearest-point.ts";

/** Room for the axes around the plot, in px. */
export const margins = { left: 40, top: 12, right: 16, bottom: 36 } as const;

/** Where both scores lie in a box: from 0 to 1, so that every map of a project has the same scale. */
export interface PlotGeometry {
  readonly box: PlotSize;
  /** The plot within its margins. */
  readonly plot: PlotSize;
  x(score: number): number;
  y(score: number): number;
  /** The scores at a place of the box; beyond the plot, those of its edge. */
  scoresAt(x: number, y: number): { r: number; d: number };
}

export function plotGeometry(box: PlotSize): PlotGeometry {
  const plot = {
    width: Math.max(1, box.width - margins.left - margins.right),
    height: Math.max(1, box.height - margins.top - margins.bottom),
  };
  const unit = (value: number) => Math.min(1, Math.max(0, value));
  return {
    box,
    plot,
    x: (score) => margins.left + score * plot.width,
    y: (score) => margins.top + (1 - score) * plot.height,
    scoresAt: (x, y) => ({
      r: unit((x - margins.left) / plot.width),
      d: unit(1 - (y - margins.top) / plot.height),
    }),
  };
}
