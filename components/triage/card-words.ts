import { formatScore } from "#components/ui/format-score.ts";
import type { ConversationDetail, ShownScore } from "#lib/schema/conversation-view.ts";
import type { MeasureName, Score } from "#lib/schema/score.ts";
import type { MarkedWord } from "./marked-words.ts";

/** As many words of a score as are marked and listed. */
export const mostMarked = 6;

/** Scores with what lists show of them; without `shown` the headline's own value says whose it is. */
type Scored = Pick<ConversationDetail, "scores" | MeasureName> & Partial<Pick<ConversationDetail, "shown">>;

/** What the scores of a card say of one measure: the one that lists and filters use first, then the others. */
export function scoresOf(
  { scores, shown, ...conversation }: Scored,
  measure: MeasureName,
): { main: Score | undefined; others: readonly Score[]; said: readonly Score[] } {
  // Siblings never say how typical an answer is; that they do not is no news.
  const said = measure === "distinctiveness" ? scores : scores.filter((score) => score.estimator !== "siblings");
  const main =
    said.find(({ estimator, [measure]: each }) =>
      shown === undefined
        ? each.computed && each.value === conversation[measure]?.value
        : each.computed && estimator === shown[measure].estimator,
    ) ??
    said.find((score) => score[measure].computed) ??
    said[0];
  return { main, others: said.filter((score) => score !== main), said };
}

/** The words that earned the distinctiveness shown, heaviest first, each with its number. */
export function wordsOf(conversation: Scored): MarkedWord[] {
  const { main } = scoresOf(conversation, "distinctiveness");
  const words = main?.distinctiveness.computed ? main.parts.words : null;
  if (!Array.isArray(words)) return [];
  return words.slice(0, mostMarked).map(({ word }, index) => ({ number: index + 1, word }));
}

/** That a value is not the estimator's own, what it stands for, and what the estimator said. */
export function calibratedWords(
  { version, against, own }: NonNullable<ShownScore["calibration"]>,
  raw: number,
): string {
  const whose = own ? "of this culture" : "of all cultures";
  const meaning =
    against === "decisions"
      ? `the share ${whose} accepted at such a score`
      : `the mean rating ${whose} at such a score`;
  return `Calibrated, version ${version}: ${meaning}. Raw ${formatScore(raw)}.`;
}
