import type { PlotSize } from "#lib/curation/map/nearest-point.ts";
import type { margins } from "./plot-geometry.ts";

/** How a point's status is told: a hollow square, a full one, a triangle. */
export type PointShape = "hollow" | "full" | "triangle";

/** Points of one look. */
export interface PointGroup {
  shape: PointShape;
  /** As the browser computes it. */
  colour: string;
  /** Representativeness and distinctiveness, one after the other, from 0 to 1. */
  scores: Float32Array;
}

/** What a library is asked to draw. */
export interface PointScene {
  box: PlotSize;
  margins: typeof margins;
  groups: readonly PointGroup[];
  /** Side of a point in px. */
  size: number;
  opacity: number;
  /** The picture in a sentence. */
  summary: string;
}

/**
 * All that the map needs of a plotting library: points on two axes from 0 to 1. Axes, medians, density, brush, cursor and
 * cards are the page's own, so that another library, or none, could take this one's place.
 */
export interface PointLayer {
  draw(scene: PointScene): void;
  dispose(): void;
}
