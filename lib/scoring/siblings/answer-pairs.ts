import { byText } from "../by-text.ts";
import type { ScoringItem } from "../estimator.ts";
import { compareIdentityHash, type IdentityHash, identityHash } from "../identity-hash.ts";
import { upsert } from "../upsert.ts";
import { mostPairs } from "./state.ts";

/** Two answers to compare for a yardstick. */
export type AnswerPair = readonly [ScoringItem, ScoringItem];

const stepsAhead = 8;

/** Pairs of answers to different questions, at most 2,000, neighbours in the order given. */
export function strangerPairs(sorted: readonly ScoringItem[]): AnswerPair[] {
  const pairs: AnswerPair[] = [];
  for (const [i, item] of sorted.entries()) {
    if (pairs.length === mostPairs) break;
    const other = sorted.slice(i + 1, i + 1 + stepsAhead).find(({ questionKey }) => questionKey !== item.questionKey);
    if (other !== undefined) pairs.push([item, other]);
  }
  return pairs;
}

/** Pairs of answers of one culture to the same question, at most 2,000; no answer is in two. */
export function compatriotPairs(sorted: readonly ScoringItem[]): AnswerPair[] {
  const groups = new Map<string, ScoringItem[]>();
  for (const item of sorted) upsert(groups, `${item.culture}\n${item.questionKey}`, () => []).push(item);
  const pairs: AnswerPair[] = [];
  for (const items of groups.values()) {
    for (let i = 0; i + 1 < items.length && pairs.length < mostPairs; i += 2) {
      const [first, second] = [items[i], items[i + 1]];
      if (first !== undefined && second !== undefined) pairs.push([first, second]);
    }
  }
  return pairs;
}

/** The items in the order of the hashes of their identifiers, which is chance, but the same each time. */
export function sortByHash(items: readonly ScoringItem[]): ScoringItem[] {
  const hashed: { item: ScoringItem; hash: IdentityHash }[] = items.map((item) => ({
    item,
    hash: identityHash(item.id),
  }));
  hashed.sort((a, b) => compareIdentityHash(a.hash, b.hash) || byText(a.item.id, b.item.id));
  return hashed.map(({ item }) => item);
}
