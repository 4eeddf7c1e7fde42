import { announce } from "#components/ui/announce.ts";
import type { RatingName } from "#lib/schema/decision.ts";
import type { CardNotes } from "./use-card-notes.ts";

/** Rates the card in hand: by a button, or by a digit for the question at hand. The same value once more takes it back. */
export function useRatings(
  questions: readonly RatingName[],
  notes: CardNotes,
  setNotes: (change: Partial<CardNotes>) => void,
) {
  function rate(question: RatingName, value: number): void {
    const { [question]: was, ...others } = notes.ratings;
    const at = questions.indexOf(question);
    if (was === value) {
      setNotes({ ratings: others, question: at });
      announce(`${question} not rated.`);
      return;
    }
    setNotes({ ratings: { ...others, [question]: value }, question: at });
    announce(`${question} ${value} of 5.`);
  }

  function run(command: string): void {
    const question = questions[notes.question];
    if (question === undefined) return;
    const by = command === "next-question" ? 1 : command === "previous-question" ? -1 : 0;
    if (by === 0) rate(question, Number(command.slice(-1)));
    else setNotes({ question: (notes.question + by + questions.length) % questions.length });
  }

  return { asked: questions.length > 0, current: questions[notes.question] ?? null, rate, run };
}
