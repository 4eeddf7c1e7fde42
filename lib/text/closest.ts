import { editDistance } from "./edit-distance.ts";

/**
 * The candidate nearest to a text, or null when none is near: at most one edit for texts up to four characters, two up to
 * eight, three beyond. The first of equals wins. O(candidates × characters²), with candidates of very other length skipped.
 */
export function closest(text: string, candidates: Iterable<string>): string | null {
  const allowed = text.length <= 4 ? 1 : text.length <= 8 ? 2 : 3;
  let best: string | null = null;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - text.length) > allowed) continue;
    const distance = editDistance(text, candidate);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}
