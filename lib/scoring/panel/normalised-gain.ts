/**
 * How much surer than chance: ⟦ln(p / π) / ln(1 / π)⟧, with π = 1 / options. 1 for certainty, 0 for a probability of π or
 * less. Of the judges' posterior it is the pointwise information gain IG, whose mean is the Barber–Agakov bound (2003) on the
 * mutual information of culture and answer, as a share of ln(1 / π); of φ it is distinctiveness, whose mean over balanced
 * cultures bounds the generalised Jensen–Shannon divergence in the same unit. O(1).
 * @param options at least 2
 * @example normalisedGain(0.5, 4) // => 0.5: ln 2 / ln 4
 */
export function normalisedGain(probability: number, options: number): number {
  if (options < 2) throw new RangeError("normalisedGain needs at least two options");
  return Math.min(1, Math.max(0, 1 + Math.log(probability) / Math.log(options)));
}
