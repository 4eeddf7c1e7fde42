import type { CalibrationMap, CalibrationMethod } from "../../schema/calibration.ts";
import { logistic } from "../logistic.ts";
import { fitIsotonic } from "./isotonic.ts";
import type { Judged } from "./judged.ts";
import { fitPlatt } from "./platt.ts";

/** Isotonic regression follows the data wherever it leads, and needs more of it (Niculescu-Mizil and Caruana, 2005). */
const isotonicFrom = 200;

/** The method where nobody asks for one: a logistic curve below 200 items, isotonic regression from there. */
export function usualMethod(items: number): CalibrationMethod {
  return items < isotonicFrom ? "platt" : "isotonic";
}

/** Fits a map; see `fitIsotonic` and `fitPlatt`. */
export function fitCalibration(items: readonly Judged[], method: CalibrationMethod): CalibrationMap {
  return method === "isotonic" ? fitIsotonic(items) : fitPlatt(items);
}

/** Whether a higher raw score comes to a higher calibrated one somewhere, and nowhere to a lower one. */
export function rises(map: CalibrationMap): boolean {
  return map.method === "platt" ? map.slope > 0 : (map.ys.at(-1) ?? 0) > (map.ys[0] ?? 0);
}

/** The calibrated value of a raw score, in [0,1]. O(log knots). `lib/db/calibrated.ts` says the same in SQL. */
export function calibrate(map: CalibrationMap, score: number): number {
  if (map.method === "platt") return logistic(map.slope * score + map.intercept);
  const { xs, ys } = map;
  let low = 0;
  let high = xs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((xs[middle] ?? 0) <= score) low = middle + 1;
    else high = middle;
  }
  const [x0, x1, y0, y1] = [xs[low - 1], xs[low], ys[low - 1], ys[low]];
  if (x0 === undefined || y0 === undefined) return ys[0] ?? 0;
  if (x1 === undefined || y1 === undefined) return y0;
  return y0 + ((score - x0) / (x1 - x0)) * (y1 - y0);
}

/**
 * Brier's score of a method on items that it has not seen: fitted five times on four fifths, measured on the rest. `items` in
 * an order that says nothing, such as by identifier. Five fits.
 */
export function brierAcrossFolds(items: readonly Judged[], method: CalibrationMethod): number {
  const folds = 5;
  let squares = 0;
  for (let fold = 0; fold < folds; fold++) {
    const map = fitCalibration(
      items.filter((_, index) => index % folds !== fold),
      method,
    );
    for (let index = fold; index < items.length; index += folds) {
      const item = items[index];
      if (item) squares += (calibrate(map, item.score) - item.outcome) ** 2;
    }
  }
  return squares / items.length;
}
