import type { EstimatorName, MeasureName } from "../schema/score.ts";

/** The measures that each estimator has a word on. */
export const estimatorMeasures: Readonly<Record<EstimatorName, readonly MeasureName[]>> = {
  lexical: ["representativeness", "distinctiveness"],
  siblings: ["distinctiveness"],
  embedding: ["representativeness", "distinctiveness"],
  panel: ["representativeness", "distinctiveness"],
  human: ["representativeness", "distinctiveness"],
};
