import { studentQuantile } from "./student-quantile.ts";

/** Sums over weighted values: enough for the mean and how sure it is. */
export interface WeightedSums {
  /** Σ w. */
  weight: number;
  /** Σ w². */
  squaredWeight: number;
  /** Σ w·x. */
  sum: number;
  /** Σ w·x². */
  squares: number;
}

/**
 * How far a weighted mean may lie from what it estimates, in 95 of 100 samples: t · s/√n with n = (Σw)²/Σw², the number of
 * even votes that the weights are worth (Kish 1965), and s the standard deviation. Infinite for fewer than two. O(1).
 * @example meanMargin({ weight: 3, squaredWeight: 3, sum: 6, squares: 14 }) // => 2.484, of 1, 2 and 3: 4.303 · 1/√3
 */
export function meanMargin({ weight, squaredWeight, sum, squares }: WeightedSums): number {
  if (!(weight > 0)) return Number.POSITIVE_INFINITY;
  const count = weight ** 2 / squaredWeight;
  // Even weights come out a rounding error below the whole number that they are.
  const degrees = count - 1 + 1e-9;
  if (degrees < 1) return Number.POSITIVE_INFINITY;
  const variance = Math.max(0, squares / weight - (sum / weight) ** 2);
  return studentQuantile(degrees) * Math.sqrt(variance / degrees);
}
