import type { EstimatorName } from "#lib/schema/score.ts";

/** A share in [0,1] as whole percent with its space: `71 %`. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}\u202f%`;
}

/** What a percentile means, in words: "better than 71 % of Pakistan". */
export function rankWords(
  measure: "representativeness" | "distinctiveness",
  percentile: number,
  culture: string,
): string {
  const word = measure === "representativeness" ? "more typical than" : "more distinct than";
  return `${word} ${percent(percentile)} of ${culture}`;
}

/** What an estimator's word on a measure is, in words: for a column's head and for the source of a score. */
export function estimatorWords(measure: "representativeness" | "distinctiveness", estimator: EstimatorName): string {
  if (estimator === "human") return measure === "representativeness" ? "importance rated by people" : "rated by people";
  if (estimator === "panel")
    return measure === "representativeness" ? "a panel's consensus" : "difference from a panel";
  if (estimator === "embedding")
    return measure === "representativeness" ? "typicality by embedding" : "difference by embedding";
  if (measure === "representativeness") return "typicality of wording";
  return estimator === "siblings" ? "difference from siblings" : "difference of wording";
}
