import type { RankAgreement } from "../../schema/agreement.ts";
import { spearman } from "../spearman.ts";
import { z95 } from "../z95.ts";
import type { Judged } from "./judged.ts";

/**
 * Spearman's ρ of score and outcome with its 95 % interval by Fisher's z and the variance (1 + ρ²/2) / (n − 3) of Bonett and
 * Wright (2000). Null with fewer than four items or where a side does not vary. O(n log n).
 */
export function rankAgreement(items: readonly Judged[]): RankAgreement | null {
  if (items.length < 4) return null;
  const value = spearman(items.map(({ score, outcome }) => [score, outcome]));
  if (value === null) return null;
  if (Math.abs(value) >= 1 - 1e-12) return { value: Math.sign(value), low: Math.sign(value), high: Math.sign(value) };
  const reach = z95 * Math.sqrt((1 + (value * value) / 2) / (items.length - 3));
  const middle = Math.atanh(value);
  return { value, low: Math.tanh(middle - reach), high: Math.tanh(middle + reach) };
}
