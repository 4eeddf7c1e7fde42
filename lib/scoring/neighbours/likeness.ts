/** How alike the items of one space are, such as those of one language. Rows are counted from 0. */
export interface Likeness {
  readonly size: number;
  /** Writes the similarity of `row` to the first `count` of `others`, each in [0,1]; the same for a pair both ways round. */
  compare(row: number, others: Int32Array, count: number, into: Float64Array): void;
}

/**
 * Where the nearest of a row may be found. It may miss some or offer too many: what it offers is compared exactly, so it
 * never changes a similarity, only which are looked at.
 */
export interface CandidateSearch {
  /** At most so many are offered for one row. */
  readonly most: number;
  /** Writes the rows that may be nearest to `row`, which is not among them, and returns how many. */
  candidates(row: number, into: Int32Array): number;
}

/** Cosines are rounded to so many parts of 1, so that equal texts are alike by exactly 1 whatever was rounded before. */
const grain = 1e6;

/** What a cosine comes to as a likeness: max(0, cosine), to six digits, at most 1. */
export function toLikeness(cosine: number): number {
  return Math.min(1, Math.max(0, Math.round(cosine * grain) / grain));
}
