import type { ConversationDetail } from "#lib/schema/conversation-view.ts";
import type { Score } from "#lib/schema/score.ts";
import type { MarkedWord } from "./marked-words.ts";

export type MeasureName = "representativeness" | "distinctiveness";

/** As many words of a score as are marked and listed. */
export const mostMarked = 6;

/** What the scores of a card say of one measure: the one that lists and filters use first, then the others. */
export function scoresOf(
  { scores, ...conversation }: Pick<ConversationDetail, "scores" | MeasureName>,
  measure: MeasureName,
): { main: Score | undefined; others: readonly Score[]; said: readonly Score[] } {
  // Siblings never say how typical an answer is; that they do not is no news.
  const said = measure === "distinctiveness" ? scores : scores.filter((score) => score.estimator !== "siblings");
  const headline = conversation[measure]?.value ?? null;
  const main =
    said.find(({ [measure]: each }) => each.computed && each.value === headline) ??
    said.find((score) => score[measure].computed) ??
    said[0];
  return { main, others: said.filter((score) => score !== main), said };
}

/** The words that earned the distinctiveness shown, heaviest first, each with its number. */
export function wordsOf(conversation: Pick<ConversationDetail, "scores" | MeasureName>): MarkedWord[] {
  const { main } = scoresOf(conversation, "distinctiveness");
  const words = main?.distinctiveness.computed ? main.parts.words : null;
  if (!Array.isArray(words)) return [];
  return words.slice(0, mostMarked).map(({ word }, index) => ({ number: index + 1, word }));
}
