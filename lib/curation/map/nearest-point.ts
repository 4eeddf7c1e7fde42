import type { MapPoints } from "./pack-points.ts";
import { scoreOfCode } from "./score-code.ts";

/** How wide and high the plot is, so that near is what looks near. */
export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

export type Direction = "left" | "right" | "up" | "down";

/**
 * The point nearest to a place of the plot, or -1 where none lies within `reach`. One pass: below 0.2 ms for 50 000.
 *
 * @param x,y from 0 to 1 along the scores, y upwards
 * @param reach in the units of `size`
 */
export function nearestPoint(points: MapPoints, x: number, y: number, size: PlotSize, reach: number): number {
  let best = -1;
  let least = reach * reach;
  for (let point = 0; point < points.length; point++) {
    const squared = squaredDistance(points, point, x, y, size);
    if (squared > least || (squared === least && best !== -1)) continue;
    least = squared;
    best = point;
  }
  return best;
}

/**
 * The point that an arrow key goes to: the nearest of those that lie more in its direction than beside it. Points on one spot
 * follow each other in their order, so that each can be reached. -1 at the end. One pass.
 */
export function pointInDirection(
  points: MapPoints,
  from: number,
  direction: Direction,
  { width, height }: PlotSize,
): number {
  const [r, d] = [points.representativeness, points.distinctiveness];
  const [ownR, ownD] = [r[from] ?? 0, d[from] ?? 0];
  const forward = direction === "right" || direction === "down";
  const along = direction === "left" || direction === "right" ? "across" : "up";
  const twin = twinOf(points, from, forward ? 1 : -1);
  if (twin !== -1) return twin;
  const sign = direction === "left" || direction === "down" ? -1 : 1;
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let point = 0; point < points.length; point++) {
    const across = scoreOfCode((r[point] ?? 0) - ownR) * width;
    const up = scoreOfCode((d[point] ?? 0) - ownD) * height;
    const [ahead, aside] = along === "across" ? [across * sign, up] : [up * sign, across];
    if (ahead <= 0 || Math.abs(aside) > ahead) continue;
    const squared = ahead * ahead + aside * aside;
    // Of points on one spot the first is entered from behind, the last from ahead.
    if (squared > least || (squared === least && (forward || !sameSpot(points, best, point)))) continue;
    least = squared;
    best = point;
  }
  return best;
}

/** The points nearest to a place, the nearest first, among those that `holds` lets. */
export function nearestPoints(
  points: MapPoints,
  holds: (point: number) => boolean,
  x: number,
  y: number,
  size: PlotSize,
  most: number,
): number[] {
  const found: { point: number; squared: number }[] = [];
  for (let point = 0; point < points.length; point++) {
    if (!holds(point)) continue;
    const squared = squaredDistance(points, point, x, y, size);
    if (found.length === most && squared >= (found.at(-1)?.squared ?? 0)) continue;
    const at = found.findIndex((other) => other.squared > squared);
    found.splice(at === -1 ? found.length : at, 0, { point, squared });
    if (found.length > most) found.pop();
  }
  return found.map(({ point }) => point);
}

/** From a point to a place of the plot, as `nearestPoint` has it. */
function squaredDistance(
  { representativeness, distinctiveness }: MapPoints,
  point: number,
  x: number,
  y: number,
  { width, height }: PlotSize,
): number {
  const across = (scoreOfCode(representativeness[point] ?? 0) - x) * width;
  const up = (scoreOfCode(distinctiveness[point] ?? 0) - y) * height;
  return across * across + up * up;
}

function sameSpot({ representativeness: r, distinctiveness: d }: MapPoints, one: number, other: number): boolean {
  return r[one] === r[other] && d[one] === d[other];
}

/** The next point on the same spot, forwards or backwards; -1 when there is none. */
function twinOf(points: MapPoints, from: number, step: 1 | -1): number {
  for (let point = from + step; point >= 0 && point < points.length; point += step)
    if (sameSpot(points, from, point)) return point;
  return -1;
}
