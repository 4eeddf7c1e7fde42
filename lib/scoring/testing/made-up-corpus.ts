import type { ScoringContext, ScoringItem } from "../estimator.ts";
import { fixedChance } from "./fixed-chance.ts";

/** Masks nothing: for texts without place names. */
export const unmasked: ScoringContext = { mask: (text) => text };

/** An item with only what a test cares about. */
export function makeItem(fields: Partial<ScoringItem> & { id: string }): ScoringItem {
  return { culture: "jp", topic: null, language: "en", questionKey: null, question: "", response: "", ...fields };
}

/** A list of distinct made-up words. */
export function makeWords(count: number, seed: number): string[] {
  const chance = fixedChance(seed);
  const letter = () => String.fromCharCode(97 + Math.floor(chance() * 26));
  const words = new Set<string>();
  while (words.size < count) words.add(Array.from({ length: 7 }, letter).join(""));
  return [...words];
}

/**
 * Three cultures with 40 answers of 60 words each. Every fourth answer is neutral: all its words come from one common
 * list. In the others every second word comes from a list of the culture's own. Identifiers begin with "neutral" or "own".
 */
export function threeCultures(): ScoringItem[] {
  const chance = fixedChance(7);
  const common = makeWords(200, 1);
  return ["jp", "mx", "ng"].flatMap((culture, number) => {
    const own = makeWords(60, 100 + number);
    return Array.from({ length: 40 }, (_, i) => {
      const neutral = i % 4 === 0;
      const draw = (_unused: unknown, place: number) => {
        const list = neutral || place % 2 === 0 ? common : own;
        return list[Math.floor(chance() * list.length)];
      };
      return makeItem({
        id: `${neutral ? "neutral" : "own"}-${culture}-${i}`,
        culture,
        topic: i % 5 === 0 ? null : `topic-${i % 3}`,
        response: Array.from({ length: 60 }, draw).join(" "),
      });
    });
  });
}
