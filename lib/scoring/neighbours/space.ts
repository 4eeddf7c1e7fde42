import type { CandidateSearch, Likeness } from "./likeness.ts";

/** Items that can all be compared with each other: by wording, those of one language. */
export interface NeighbourSpace {
  /** Of the rows: by culture, then in order of text, so that ties are broken the same way whatever order the items came in. */
  readonly ids: readonly string[];
  /** Codes, in order. */
  readonly cultures: readonly string[];
  /** By row a place in `cultures`; ascending. */
  readonly cultureOf: Uint16Array;
  readonly likeness: Likeness;
  /**
   * A search that looks this wide: the usual one at 1, the wider the more it finds and the longer it takes, and an exact one
   * where it is infinite.
   */
  search(width: number): CandidateSearch;
}
