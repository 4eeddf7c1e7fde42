"use client";
import { useEffect, useState } from "react";
import { announce } from "#components/ui/announce.ts";
import { useGuesses } from "./use-guesses.ts";

const noGuesses: ReadonlyMap<string, string> = new Map();

/**
 * Names hidden by choice, whose answer is whose as it was guessed, and the telling of it.
 * @param locked the project hides them already, so there is nothing to choose
 */
export function useBlind(project: string, question: string | null, locked: boolean) {
  const [wanted, setWanted] = useState(false);
  const [revealed, setRevealed] = useState(false);
  /** The culture guessed, by that of the column. */
  const [guesses, setGuesses] = useState(noGuesses);
  const { tally, add } = useGuesses(project);
  const chosen = wanted && !locked;

  // A new question is as hidden as the first was.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is about the question
  useEffect(begin, [question]);
  function begin() {
    setRevealed(false);
    setGuesses(noGuesses);
  }

  return {
    chosen,
    hides: chosen && !revealed,
    revealed,
    guesses,
    tally,
    guess: (culture: string, guessed: string) => {
      const next = new Map(guesses);
      if (guessed === "") next.delete(culture);
      else next.set(culture, guessed);
      setGuesses(next);
    },
    toggle: () => {
      if (locked) return;
      setWanted(!wanted);
      begin();
      announce(wanted ? "Cultures shown." : "Cultures hidden.");
    },
    /** Tells the names. @param choices among how many columns was guessed */
    reveal: (choices: number) => {
      setRevealed(true);
      const made = [...guesses].map(([culture, guessed]) => ({ culture, guessed, choices }));
      if (made.length === 0) return;
      add(made);
      announce(`${made.filter(({ culture, guessed }) => culture === guessed).length} of ${made.length} guessed.`);
    },
  };
}
