import { statuses } from "#lib/schema/choices.ts";
import { cultureOf, type MapPoints, statusIndexOf } from "./pack-points.ts";
import { codesOfRange, type StepRange } from "./score-code.ts";

export interface RangeCounts {
  count: number;
  /** By the place of the culture in the list of the points. */
  cultures: number[];
  /** By the place in `statuses`. */
  statuses: number[];
}

/** A test whether a point lies in both ranges, ends included. */
export function rangeTest(points: MapPoints, r: StepRange, d: StepRange): (point: number) => boolean {
  const [across, up] = [codesOfRange(r), codesOfRange(d)];
  return (point) => {
    const [ownR, ownD] = [points.representativeness[point] ?? 0, points.distinctiveness[point] ?? 0];
    return ownR >= across.low && ownR <= across.high && ownD >= up.low && ownD <= up.high;
  };
}

/** How many points lie in both ranges, by culture and status. One pass: below 1 ms for 50 000. */
export function countRange(points: MapPoints, r: StepRange, d: StepRange, cultures: number): RangeCounts {
  const holds = rangeTest(points, r, d);
  const counts: RangeCounts = {
    count: 0,
    cultures: Array.from({ length: cultures }, () => 0),
    statuses: statuses.map(() => 0),
  };
  for (let point = 0; point < points.length; point++) {
    if (!holds(point)) continue;
    counts.count++;
    const culture = cultureOf(points, point);
    const status = statusIndexOf(points, point);
    counts.cultures[culture] = (counts.cultures[culture] ?? 0) + 1;
    counts.statuses[status] = (counts.statuses[status] ?? 0) + 1;
  }
  return counts;
}
