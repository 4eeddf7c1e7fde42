import type { Confusion } from "./confusion.ts";

/**
 * Macro-F1: the mean over labels of F1 = 2 · right / (true + guessed), each label counting alike whatever its size. In [0,1];
 * a label that is neither true nor guessed anywhere is not among them. Null without a pair. O(labels²).
 */
export function macroF1({ counts }: Confusion): number | null {
  if (counts.length === 0) return null;
  const sum = counts.reduce((total, row, label) => {
    const truths = row.reduce((all, count) => all + count, 0);
    const guesses = counts.reduce((all, other) => all + (other[label] ?? 0), 0);
    return total + (2 * (row[label] ?? 0)) / (truths + guesses);
  }, 0);
  return sum / counts.length;
}
