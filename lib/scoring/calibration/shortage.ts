import type { Against, Shortage } from "../../schema/agreement.ts";
import type { Judged } from "./judged.ts";

/** Below so many items nothing is said of agreement, and nothing is fitted. */
export const neededItems = 50;
/** Of accepted and of rejected ones there must be so many each. */
export const neededOfEach = 10;

/**
 * What is missing before something can be said: 50 items, and with decisions 10 accepted and 10 rejected among them. Null when
 * it suffices. `variety`: all scores are the same, or all ratings. O(n).
 */
export function shortageOf(items: readonly Judged[], against: Against): Shortage | null {
  if (items.length < neededItems) return { of: "items", have: items.length, need: neededItems };
  if (against === "decisions") {
    const accepted = items.filter(({ outcome }) => outcome === 1).length;
    if (accepted < neededOfEach) return { of: "accepted", have: accepted, need: neededOfEach };
    if (items.length - accepted < neededOfEach)
      return { of: "rejected", have: items.length - accepted, need: neededOfEach };
  }
  const [first] = items;
  const same = (key: "score" | "outcome") => items.every((item) => item[key] === first?.[key]);
  return same("score") || same("outcome") ? { of: "variety", have: 1, need: 2 } : null;
}
