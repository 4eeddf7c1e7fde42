import { cultureOf, type MapPoints, statusIndexOf } from "#lib/curation/map/pack-points.ts";
import { scoreOfCode } from "#lib/curation/map/score-code.ts";
import { statuses } from "#lib/schema/choices.ts";
import { categoryCount } from "./category-mark.tsx";
import type { PlotGeometry } from "./plot-geometry.ts";
import type { PointsAnswer } from "./use-points.ts";

/** How a point's status is told: a hollow square, a full one, a triangle. */
type PointShape = "hollow" | "full" | "triangle";

/** Points of one look. */
export interface PointGroup {
  shape: PointShape;
  /** As the browser computes it. */
  colour: string;
  /** Representativeness and distinctiveness, one after the other, from 0 to 1. */
  scores: Float32Array;
}

/** The points as they are drawn. */
export interface PointScene {
  geometry: PlotGeometry;
  groups: readonly PointGroup[];
  /** Side of a point in px. */
  size: number;
  opacity: number;
}

/** Above this the points are shaded by how thick they lie. */
export const shadedFrom = 20_000;
/** In the order of `statuses`. */
const shapes: readonly PointShape[] = ["hollow", "full", "triangle"];

/** The points in groups of one colour and shape: one for each named culture and status, and one for each status of all others. */
export function pointScene(
  answer: PointsAnswer,
  points: MapPoints,
  categoryOf: (code: string) => number,
  colours: readonly string[],
  geometry: PlotGeometry,
): PointScene {
  const category = answer.cultures.map(({ code }) => categoryOf(code));
  const groupOf = (point: number) =>
    (category[cultureOf(points, point)] ?? categoryCount) * statuses.length + statusIndexOf(points, point);
  const sizes = new Uint32Array((categoryCount + 1) * statuses.length);
  for (let point = 0; point < points.length; point++) sizes[groupOf(point)] = (sizes[groupOf(point)] ?? 0) + 1;
  const scores = Array.from(sizes, (size) => new Float32Array(size * 2));
  const used = new Uint32Array(sizes.length);
  for (let point = 0; point < points.length; point++) {
    const group = groupOf(point);
    const at = (used[group] ?? 0) * 2;
    scores[group]?.set(
      [scoreOfCode(points.representativeness[point] ?? 0), scoreOfCode(points.distinctiveness[point] ?? 0)],
      at,
    );
    used[group] = (used[group] ?? 0) + 1;
  }
  const groups = scores.flatMap((own, group): PointGroup[] =>
    own.length === 0
      ? []
      : [
          {
            shape: shapes[group % statuses.length] ?? "hollow",
            colour: colours[Math.floor(group / statuses.length)] ?? "currentColor",
            scores: own,
          },
        ],
  );
  // The crowd of the unnamed lies beneath.
  groups.reverse();
  return {
    geometry,
    groups,
    size: points.length > shadedFrom ? 4 : points.length > 5_000 ? 5 : 7,
    opacity: points.length > shadedFrom ? 0.35 : 0.75,
  };
}
