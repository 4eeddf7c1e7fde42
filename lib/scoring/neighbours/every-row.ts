import type { CandidateSearch } from "./likeness.ts";

/** The search that misses nothing: every other row is a candidate. The reference for all others. */
export function everyRow(size: number): CandidateSearch {
  return {
    most: Math.max(0, size - 1),
    candidates(row, into) {
      let count = 0;
      for (let other = 0; other < size; other++) if (other !== row) into[count++] = other;
      return count;
    },
  };
}
