/** How far two values differ: as names, as ranks, or as numbers on an even scale. */
export type Level = "nominal" | "ordinal" | "interval";

/**
 * Krippendorff's α: how far raters agree beyond chance (Krippendorff 2011). 1 when all agree, 0 at chance, below 0 when they
 * disagree more than chance would. Raters may differ from unit to unit, and units with fewer than two values count nothing.
 * Null when nothing can be compared or when all values are the same. Ratings from 1 to 5 are ordinal.
 * O(values + distinct values²).
 * @param units for each thing rated, the values it was given
 * @example krippendorffAlpha([[1, 1], [5, 5], [3, 3]], "ordinal") // => 1
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], level: Level): number | null {
  const pairable = units.filter((values) => values.length >= 2);
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b);
  const place = new Map(values.map((value, index) => [value, index]));
  const size = values.length;
  if (size < 2) return null;
  const coincidences = new Float64Array(size * size);
  for (const unit of pairable) {
    for (const [i, a] of unit.entries()) {
      for (const [j, b] of unit.entries()) {
        if (i === j) continue;
        const cell = (place.get(a) ?? 0) * size + (place.get(b) ?? 0);
        coincidences[cell] = (coincidences[cell] ?? 0) + 1 / (unit.length - 1);
      }
    }
  }
  const totals = values.map((_, row) => sum(coincidences.subarray(row * size, (row + 1) * size)));
  const total = sum(totals);
  let observed = 0;
  let expected = 0;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b < size; b++) {
      const difference = squaredDifference(values, totals, a, b, level);
      observed += (coincidences[a * size + b] ?? 0) * difference;
      expected += ((totals[a] ?? 0) * (totals[b] ?? 0) * difference) / (total - 1);
    }
  }
  return 1 - observed / expected;
}

function squaredDifference(
  values: readonly number[],
  totals: readonly number[],
  a: number,
  b: number,
  level: Level,
): number {
  if (a === b) return 0;
  if (level === "nominal") return 1;
  if (level === "interval") return ((values[a] ?? 0) - (values[b] ?? 0)) ** 2;
  const [first, last] = a < b ? [a, b] : [b, a];
  const between = sum(totals.slice(first, last + 1)) - ((totals[first] ?? 0) + (totals[last] ?? 0)) / 2;
  return between ** 2;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
