import { z } from "zod";
import type { RatingName, Ratings } from "../../schema/decision.ts";
import { type BoundedMean, boundedMean } from "../bounded-mean.ts";
import { defineEvidenceEstimator, type Found } from "../define-evidence-estimator.ts";

const steps = 4;

/**
 * Scores by people: what annotators who read the item rated from 1 to 5, as (rating − 1) / 4, the mean over annotators.
 * Importance in the culture is representativeness, distinctiveness is distinctiveness; plausibility in real life is a part.
 * The interval says how far the mean of very many annotators may lie from that of these few (`boundedMean`).
 */
export const human = defineEvidenceEstimator({
  name: "human",
  version: "1",
  Learnt: z.null(),
  learn: async () => null,
  weigh(item, { ratings }) {
    const given = ratings?.(item) ?? [];
    const importance = meanOf(given, "importance");
    const distinctiveness = meanOf(given, "distinctiveness");
    const plausibility = meanOf(given, "plausibility");
    return {
      representativeness: found(importance, "importance"),
      distinctiveness: found(distinctiveness, "distinctiveness"),
      parts: {
        importanceRatings: importance?.count ?? 0,
        distinctivenessRatings: distinctiveness?.count ?? 0,
        plausibility: plausibility?.mean ?? null,
        plausibilityLow: plausibility?.interval.low ?? null,
        plausibilityHigh: plausibility?.interval.high ?? null,
        plausibilityRatings: plausibility?.count ?? 0,
      },
    };
  },
});

function meanOf(given: readonly Ratings[], name: RatingName): BoundedMean | null {
  return boundedMean(given.flatMap(({ [name]: rating }) => (rating === undefined ? [] : [(rating - 1) / steps])));
}

function found(rated: BoundedMean | null, name: RatingName): Found {
  if (rated === null) return { computed: false, reason: `Nobody has rated the ${name} of this text yet.` };
  return { computed: true, value: rated.mean, interval: rated.interval };
}
