import { z95 } from "./z95.ts";

const few = [12.706204736174694, 4.302652729749462, 3.1824463052837073, 2.776445105197793, 2.570581835636314];

/**
 * How many standard errors to either side hold 95 of 100 estimates (the 0.975 quantile of Student's t). Exact up to 5
 * degrees of freedom, else the expansion of Fisher & Cornish (1960), off by less than 2·10⁻³. Infinite without any. O(1).
 * @example studentQuantile(2) // => 4.3027
 */
export function studentQuantile(degreesOfFreedom: number): number {
  if (degreesOfFreedom < 1) return Number.POSITIVE_INFINITY;
  const exact = degreesOfFreedom < 6 ? few[Math.floor(degreesOfFreedom) - 1] : undefined;
  if (exact !== undefined) return exact;
  const first = (z95 ** 3 + z95) / 4;
  const second = (5 * z95 ** 5 + 16 * z95 ** 3 + 3 * z95) / 96;
  const third = (3 * z95 ** 7 + 19 * z95 ** 5 + 17 * z95 ** 3 - 15 * z95) / 384;
  return z95 + first / degreesOfFreedom + second / degreesOfFreedom ** 2 + third / degreesOfFreedom ** 3;
}
