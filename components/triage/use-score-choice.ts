"use client";
import { announce } from "#components/ui/announce.ts";
import { useSessionValue } from "./use-session-value.ts";

const choices = ["as-set", "shown", "hidden"] as const;

/** Whether scores are shown: as the project has it, or as this person chose by `H` for as long as the tab is open. */
export function useScoreChoice() {
  const [choice, setChoice] = useSessionValue("tessera.scores", choices, "as-set");
  /** `asSet` is whether the project shows the scores of the card in hand now. */
  const isShown = (asSet: boolean) => (choice === "as-set" ? asSet : choice === "shown");
  return {
    isShown,
    /** Back to how the project has it is no choice any more, so that a decision tells the scores again. */
    toggle: (asSet: boolean) => {
      const next = !isShown(asSet);
      setChoice(next === asSet ? "as-set" : next ? "shown" : "hidden");
      announce(next ? "Scores shown." : "Scores hidden.");
    },
  };
}
