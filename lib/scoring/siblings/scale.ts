import { z } from "zod";
import type { ScoringItem } from "../estimator.ts";

/**
 * What an answer is made of: words, or figures alone ("3", "18:00"). Figures are alike or not by the few characters they
 * have, so they are measured by yardsticks of their own and leave those of words alone.
 */
export const AnswerKind = z.enum(["words", "figures"]);
export type AnswerKind = z.infer<typeof AnswerKind>;

/** The yardsticks of the answers of one kind to questions of one topic, in one base language. */
export const Scale = z.object({
  language: z.string(),
  kind: AnswerKind,
  /** Null for answers without a topic; absent for the scale of all topics that have none of their own. */
  topic: z.string().nullable().optional(),
  /** b. */
  unrelated: z.number(),
  /** b′. */
  compatriot: z.number(),
  /** b′ as measured; `compatriot` is higher where this one would call more than one item in 20 a plain copy. */
  measuredCompatriot: z.number(),
});
export type Scale = z.infer<typeof Scale>;

/** Where to look for a scale. */
export type ScalePlace = Pick<Scale, "language" | "kind" | "topic">;

/** The kind of an answer that has words or figures: without a letter it is figures. O(characters). */
export function answerKind({ response }: ScoringItem): AnswerKind {
  return /\p{L}/u.test(response) ? "words" : "figures";
}

/** Names a scale. */
export function scaleKey({ language, kind, topic }: ScalePlace): string {
  return JSON.stringify(topic === undefined ? [language, kind] : [language, kind, topic]);
}

/** The topic's own scale, or that of all topics of the language; undefined in a language that was not fitted. */
export function findScale(scales: ReadonlyMap<string, Scale>, place: ScalePlace): Scale | undefined {
  return scales.get(scaleKey(place)) ?? scales.get(scaleKey({ language: place.language, kind: place.kind }));
}
