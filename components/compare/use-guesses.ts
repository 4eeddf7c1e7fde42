"use client";
import { useEffect, useState } from "react";
import { type Guess, tallyGuesses } from "#lib/curation/guess-tally.ts";

const storageKey = "tessera.guesses";
/** As many guesses are kept; the oldest are let go. */
const most = 500;

/** Guesses at whose answers one reads, kept for as long as this tab is open, and how many were right. */
export function useGuesses(project: string) {
  const name = `${storageKey}.${project}`;
  const [guesses, setGuesses] = useState<readonly Guess[]>([]);
  useEffect(() => setGuesses(readGuesses(sessionStorage.getItem(name))), [name]);
  return {
    tally: tallyGuesses(guesses),
    add(more: readonly Guess[]) {
      const kept = [...guesses, ...more].slice(-most);
      setGuesses(kept);
      sessionStorage.setItem(name, JSON.stringify(kept));
    },
  };
}

/** What is stored is a closed shape; anything else found there is dropped. */
function readGuesses(text: string | null): Guess[] {
  try {
    const found: unknown = JSON.parse(text ?? "[]");
    if (!Array.isArray(found)) return [];
    return found.flatMap((each: unknown) => {
      const { guessed, culture, choices } = { guessed: null, culture: null, choices: null, ...Object(each) };
      return typeof guessed === "string" && typeof culture === "string" && typeof choices === "number" && choices >= 1
        ? [{ guessed, culture, choices }]
        : [];
    });
  } catch {
    return [];
  }
}
