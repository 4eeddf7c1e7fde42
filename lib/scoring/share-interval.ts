import type { Interval } from "../schema/score.ts";
import { z95 } from "./z95.ts";

/**
 * Where a share may lie that was seen among so many, in 95 of 100 samples (Wilson 1927). Fit for few and for shares of 0 and
 * 1. `count` need not be whole, and the share may be a mean of values in [0,1]: they vary no more than yes and no do, so the
 * interval is then on the wide side. O(1).
 * @example shareInterval(0.5, 10) // => { low: 0.2366, high: 0.7634 }
 */
export function shareInterval(share: number, count: number): Interval {
  if (!(count > 0)) return { low: 0, high: 1 };
  const scale = 1 + z95 ** 2 / count;
  const centre = (share + z95 ** 2 / (2 * count)) / scale;
  const margin = (z95 / scale) * Math.sqrt((share * (1 - share)) / count + z95 ** 2 / (4 * count ** 2));
  return { low: Math.min(share, Math.max(0, centre - margin)), high: Math.max(share, Math.min(1, centre + margin)) };
}
