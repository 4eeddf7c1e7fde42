import type { Basis } from "./answer-reader.ts";
import type { Scale } from "./scale.ts";

/** At least so many pairs of answers, or their similarities are no yardstick. */
export const fewestPairs = 30;
/** At most so many pairs are compared for a yardstick. */
export const mostPairs = 2000;
/** Each culture lends at most so many answers to a question. */
export const answersPerCulture = 12;
/** At most this share of items may be nearer to foreign answers than b′ allows; beyond it b′ is raised. */
export const shareBeyondYardstick = 0.05;
/** A scale with at least so many items raises b′ by its own, so that the share beyond it stands for five of them. */
export const fewestToRaise = 100;
/** The share of pairs of answers to different questions that are no closer than b. */
export const shareWithinChance = 0.995;

/** All that the siblings estimator has learnt of a project. The siblings themselves are handed in when scoring. */
export interface SiblingsState {
  basis: Basis;
  /** By base language: word rarity. */
  languages: ReadonlyMap<string, Float32Array>;
  /** By `scaleKey`. */
  scales: ReadonlyMap<string, Scale>;
  /** By culture: its items' distinctiveness, for percentiles. */
  distinctiveness: ReadonlyMap<string, Float32Array>;
}
