import { z } from "zod";

const Share = z.number().min(0).max(1);
const Cosine = z.number().min(-1).max(1);

/** The key of the option "no particular culture". A culture code cannot be empty. */
export const noCulture = "";

/**
 * One judge's answer to one order of the options: the probability of each culture code, and of `noCulture` where that was
 * offered. The shares add up to 1.
 */
export const Judgement = z.strictObject({ judge: z.string().min(1), probabilities: z.record(z.string(), Share) });
export type Judgement = z.infer<typeof Judgement>;

/** One informant of the panel, and whose culture it answered as. */
export const Informant = z.strictObject({
  name: z.string().min(1),
  model: z.string().min(1),
  culture: z.string().min(1),
});
export type Informant = z.infer<typeof Informant>;

/** All that a panel of models said of one text. Answers themselves are kept elsewhere; here are their likenesses. */
export const PanelEvidence = z.strictObject({
  /** At least two orders of the options by each judge. */
  judgements: z.array(Judgement),
  /** Trust in each judge, in any unit; 1 where not named. */
  judgeWeights: z.record(z.string(), z.number().min(0)).default({}),
  /** Softens (> 1) or sharpens (< 1) the judges' mean, as fitted on labelled items (Guo et al. 2017). */
  temperature: z.number().positive().default(1),
  /** Those who answered the question, of the item's culture and of others. */
  informants: z.array(Informant),
  /**
   * Cosines between the texts: row and column 0 are the item's, row k + 1 that of informant k. Symmetric, 1 on the diagonal.
   */
  cosines: z.array(z.array(Cosine)),
  /** b: the mean similarity of answers to different questions of the topic. */
  unrelated: Share.lt(1),
  /** The place among the informants whose answer the item's text is, if it is one: it is no evidence for itself. */
  taken: z.int().min(0).nullable().default(null),
  /** How large a share of the culture's adults would find the answer normal, in the judges' estimate, 0–100. */
  endorsements: z.array(z.number().min(0).max(100)).default([]),
  /** τ: how sharply likeness counts in φ. */
  sharpness: z.number().positive().default(0.05),
});
export type PanelEvidence = z.infer<typeof PanelEvidence>;
