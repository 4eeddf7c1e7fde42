import { hashOf } from "./chance.ts";

/** The length of the simulator's vectors. */
export const simulatedDimensions = 256;

/**
 * A vector of length 1 for a text: its words and their character trigrams by signed hashing (Weinberger et al. 2009), so that texts
 * which share words lie near each other whatever their script. Two texts always get the same two vectors. O(length).
 */
export function embedText(text: string, seed: number): number[] {
  const vector = new Float64Array(simulatedDimensions);
  const add = (feature: string, weight: number) => {
    const hash = hashOf(seed, feature);
    const dimension = hash % simulatedDimensions;
    vector[dimension] = (vector[dimension] ?? 0) + ((hash >>> 16) & 1 ? weight : -weight);
  };
  for (const word of text
    .normalize("NFKC")
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []) {
    add(word, 1);
    const letters = [..." ", ...word, " "];
    for (let at = 0; at + 3 <= letters.length; at++) add(letters.slice(at, at + 3).join(""), 0.4);
  }
  // What holds no word at all lies in a corner of its own.
  if (vector.every((value) => value === 0)) add(`\u0000${text}`, 1);
  const length = Math.hypot(...vector);
  return Array.from(vector, (value) => Math.round((value / length) * 1e6) / 1e6);
}
