/** A score in [0,1] with two places and without the leading zero: `.82`, `1.00`. */
export function formatScore(value: number): string {
  return value.toFixed(2).replace(/^0/, "");
}
