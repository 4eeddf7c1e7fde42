import { scoreBins } from "#lib/schema/conversation-view.ts";

/** The bin of a score from 0 to 1: equal bins, the last one holds 1 too. As SQL has it: `least(floor(score * 24), 23)`. */
export function binOf(value: number): number {
  return Math.max(0, Math.min(scoreBins - 1, (value * scoreBins) | 0));
}
