import { quantile } from "../quantile.ts";
import { meanSimilarity } from "../sibling-distance.ts";
import { upsert } from "../upsert.ts";
import type { Closeness } from "./measure-question.ts";
import { findScale, type Scale, scaleKey } from "./scale.ts";
import { fewestToRaise, shareBeyondYardstick } from "./state.ts";

/**
 * The scales by key, b′ raised so far that at most one item in 20 falls short of it: of the scale's own items where it has
 * 100, else of all in the language that answers of the kind can be measured by. From fewer than 20 items one in 20 cannot
 * be told, and b′ stays as measured.
 */
export function raiseYardsticks(measured: readonly Scale[], closenesses: readonly Closeness[]): Map<string, Scale> {
  const scales = new Map(measured.map((scale) => [scaleKey(scale), scale]));
  const byScale = new Map<string, number[]>();
  const byLanguage = new Map<string, number[]>();
  for (const { near, ...place } of closenesses) {
    const scale = near === null ? undefined : findScale(scales, place);
    if (near === null || scale === undefined || scale.compatriot <= scale.unrelated) continue;
    const similarity = meanSimilarity(near.best, scale.unrelated);
    upsert(byScale, scaleKey(scale), () => []).push(similarity);
    upsert(byLanguage, scaleKey({ language: scale.language, kind: scale.kind }), () => []).push(similarity);
  }
  for (const [key, scale] of scales) {
    if (scale.compatriot <= scale.unrelated) continue;
    const own = byScale.get(key) ?? [];
    const { language, kind } = scale;
    const similarities = own.length >= fewestToRaise ? own : (byLanguage.get(scaleKey({ language, kind })) ?? []);
    if (similarities.length * shareBeyondYardstick < 1) continue;
    const compatriot = Math.max(scale.compatriot, quantile(similarities, 1 - shareBeyondYardstick));
    scales.set(key, { ...scale, compatriot });
  }
  return scales;
}
