import type { Judged } from "../judged.ts";

// Sixty made-up items, acceptance following the score loosely; many ties. The values that tests compare with were computed from
// them by scikit-learn 1.2.1 and SciPy 1.10.1 (Debian's python3-sklearn and python3-scipy).
const scores = [
  0.56, 0.4, 0.32, 0.53, 0.66, 0.21, 0.81, 0.69, 0.21, 0.47, 0.83, 0.24, 0.18, 0.5, 0.45, 0.28, 0.81, 0.11, 0.69, 0.78,
  0.72, 0.3, 0.44, 0.54, 0.19, 0.87, 0.63, 0.61, 0.45, 0.66, 0.08, 0.51, 0.89, 0.76, 0.4, 0.63, 0.47, 0.43, 0.61, 0.31,
  0.29, 0.61, 0.61, 0.33, 0.6, 0.44, 0.72, 0.68, 0.48, 0.6, 0.41, 0.31, 0.95, 0.5, 0.35, 0.52, 0.56, 0.28, 0.22, 0.13,
];
const accepted = "100110110110011011110110011011101101110111001111000011010000";
const ratings = [
  0.5, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75, 0.5, 0.25, 0.75, 0.75, 0.25, 0.25, 0.5, 0.25, 0.25, 0.75, 0.25, 0.5, 1, 1,
  0.25, 0.25, 0.5, 0.25, 0.75, 0.75, 1, 0.5, 0.5, 0, 0.5, 0.75, 0.5, 0.75, 0.5, 0.75, 0.75, 0.75, 0.5, 0.75, 0.5, 0.5,
  0, 0.5, 0.75, 1, 0.5, 0.25, 0.5, 0.5, 0.25, 1, 0.5, 0.25, 0.5, 0.5, 0.25, 0.25, 0.5,
];

/** Scores with decisions. */
export const sixty: readonly Judged[] = scores.map((score, index) => ({ score, outcome: Number(accepted[index]) }));
/** The same scores with ratings. */
export const sixtyRated: readonly Judged[] = scores.map((score, index) => ({ score, outcome: ratings[index] ?? 0 }));
