import type { Yardsticks } from "../sibling-distance.ts";

/** At least so many pairs of answers, or their mean similarity is not a yardstick. */
export const fewestPairs = 30;
/** At most so many pairs are compared for a yardstick. */
export const mostPairs = 2000;
/** Each culture lends at most so many answers to a question. */
export const answersPerCulture = 12;
/** At most this share of items may be nearer to foreign answers than b′ allows; beyond it b′ is raised. */
export const shareBeyondYardstick = 0.05;
/** The share of pairs of answers to different questions that are no closer than b. */
export const shareWithinChance = 0.995;

/** One base language: word rarity and yardsticks. */
export interface SiblingLanguage extends Yardsticks {
  language: string;
  idf: Float32Array;
  /** b′ as measured; `compatriot` is higher where this one would call more than one item in 20 a plain copy. */
  measuredCompatriot: number;
}

/** All that the siblings estimator has learnt of a project. The siblings themselves are handed in when scoring. */
export interface SiblingsState {
  languages: ReadonlyMap<string, SiblingLanguage>;
  /** By culture: its items' distinctiveness, for percentiles. */
  distinctiveness: ReadonlyMap<string, Float32Array>;
}
