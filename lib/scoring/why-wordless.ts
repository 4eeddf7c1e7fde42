import type { ScoringContext } from "./estimator.ts";

/** Why an answer has no words: nothing in it is one, as in a lone emoji, or all of them are names that are masked. */
export function whyWordless(response: string, { mask }: ScoringContext): string {
  return mask(response) === response
    ? "The answer has no words to compare."
    : "The answer only names a place, people or language, and names are left out of the comparison.";
}
