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

/** The estimator behind each headline score, in words for a column's head. */
export function estimatorWords(
  measure: "representativeness" | "distinctiveness",
  estimator: "auto" | "siblings" | "lexical",
): string {
  if (measure === "representativeness") return "typicality of wording";
  if (estimator === "lexical") return "difference of wording";
  return estimator === "siblings" ? "difference from siblings" : "from siblings, else wording";
}
