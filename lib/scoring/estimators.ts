import type { EstimatorName } from "../schema/score.ts";
import { embedding } from "./embedding/index.ts";
import type { Estimator } from "./estimator.ts";
import { human } from "./human/index.ts";
import { lexical } from "./lexical/index.ts";
import { panel } from "./panel/index.ts";
import { siblings } from "./siblings/index.ts";

/** All estimators, by name. */
export const estimators: Readonly<Record<EstimatorName, Estimator>> = { lexical, siblings, embedding, panel, human };
