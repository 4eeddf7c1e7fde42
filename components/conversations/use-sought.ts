"use client";
import { useEffect, useState } from "react";
import type { Sought } from "./sought-words.ts";

/** What is searched, taken apart; null without a search. The way to take it apart is loaded with the first search. */
export function useSought(search: string): Sought | null {
  const [held, setHeld] = useState<Sought | null>(null);
  useEffect(() => {
    if (search === "") return;
    let gone = false;
    void import("./sought-words.ts").then(({ soughtWords }) => {
      if (!gone) setHeld(soughtWords(search));
    });
    return () => {
      gone = true;
    };
  }, [search]);
  return held?.search === search ? held : null;
}
