/** One guess at whose answer one reads. */
export interface Guess {
  guessed: string;
  culture: string;
  /** Among how many cultures it was chosen. */
  choices: number;
}

/**
 * How many guesses were right, and how many blind chance would have got right on average: each 1 of its choices.
 * @example tallyGuesses([{ guessed: "jp", culture: "jp", choices: 4 }, { guessed: "cn", culture: "ir", choices: 4 }]) // => { right: 1, of: 2, byChance: 0.5 }
 */
export function tallyGuesses(guesses: readonly Guess[]): { right: number; of: number; byChance: number } {
  return {
    right: guesses.filter(({ guessed, culture }) => guessed === culture).length,
    of: guesses.length,
    byChance: guesses.reduce((sum, { choices }) => sum + 1 / choices, 0),
  };
}
