import type { Confusion } from "./confusion.ts";
import { entropy } from "./entropy.ts";

/**
 * How much the column tells of the row: I(row; column) / H(row), the share of the uncertainty about a text's culture that is
 * gone once the guess is known. 0 when the guess tells nothing, 1 when it tells all, even if it always confuses the same two.
 * Null when there are fewer than two cultures. O(labels²).
 */
export function sharedInformation({ counts }: Confusion): number | null {
  const rows = counts.map((row) => row.reduce((sum, count) => sum + count, 0));
  const columns = counts.map((_, column) => counts.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const total = rows.reduce((sum, count) => sum + count, 0);
  const uncertainty = entropy(rows);
  if (!(uncertainty > 0)) return null;
  let information = 0;
  for (const [i, row] of counts.entries()) {
    for (const [j, count] of row.entries()) {
      if (count === 0) continue;
      information += (count / total) * Math.log((count * total) / ((rows[i] ?? 0) * (columns[j] ?? 0)));
    }
  }
  return Math.min(1, Math.max(0, information / uncertainty));
}
