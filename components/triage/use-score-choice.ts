"use client";
import { announce } from "#components/ui/announce.ts";
import { useSessionValue } from "./use-session-value.ts";

const choices = ["as-set", "shown", "hidden"] as const;

/** Whether scores are shown: as the project has it, or as this person chose by `H` for as long as the tab is open. */
export function useScoreChoice() {
  const [choice, setChoice] = useSessionValue("tessera.scores", choices, "as-set");
  return {
    isShown: (asSet: boolean) => (choice === "as-set" ? asSet : choice === "shown"),
    /** `shown` is how they stand now. */
    toggle: (shown: boolean) => {
      setChoice(shown ? "hidden" : "shown");
      announce(shown ? "Scores hidden." : "Scores shown.");
    },
  };
}
