/** At least so many pairs of answers, or their mean similarity is not a yardstick. */
export const fewestPairs = 30;
/** At most so many pairs are compared for a yardstick. */
export const mostPairs = 2000;
/** Each culture lends at most so many answers to a question. */
export const answersPerCulture = 12;
/** The share of items that may be nearer to foreign answers than the yardstick b′ allows, before b′ is raised. */
export const shareBeyondYardstick = 0.05;

/** The yardsticks of one base language. */
export interface Yardsticks {
  /** b: mean similarity of answers to different questions, of the same topic where possible. */
  unrelated: number;
  /** b′: mean similarity of two answers of one culture to the same question; 1 where the project has too few such pairs. */
  compatriot: number;
}

/** One base language: word rarity and yardsticks. */
export interface SiblingLanguage extends Yardsticks {
  language: string;
  idf: Float32Array;
}

/** All that the siblings estimator has learnt of a project. The siblings themselves are handed in when scoring. */
export interface SiblingsState {
  languages: ReadonlyMap<string, SiblingLanguage>;
  /** By culture: its items' distinctiveness, for percentiles. */
  distinctiveness: ReadonlyMap<string, Float32Array>;
}
