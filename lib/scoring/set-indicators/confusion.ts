/** How often texts of each culture (row) were taken for each culture (column), in the order of `labels`. */
export interface Confusion {
  labels: readonly string[];
  counts: readonly (readonly number[])[];
}

/** Counts pairs of true and guessed label. Labels are in order of code. O(pairs). */
export function countConfusion(pairs: readonly (readonly [truth: string, guess: string])[]): Confusion {
  const labels = [...new Set(pairs.flat())].sort();
  const place = new Map(labels.map((label, index) => [label, index]));
  const counts = labels.map(() => labels.map(() => 0));
  for (const [truth, guess] of pairs) {
    const row = counts[place.get(truth) ?? 0];
    const column = place.get(guess) ?? 0;
    if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
  }
  return { labels, counts };
}
