import { byText } from "../by-text.ts";
import type { ScoringItem } from "../estimator.ts";
import { compareIdentityHash, type IdentityHash, identityHash } from "../identity-hash.ts";
import { quantile } from "../quantile.ts";
import { meanSimilarity, type Yardsticks } from "../sibling-distance.ts";
import { upsert } from "../upsert.ts";
import type { AnswerReader, AnswerVector } from "./answer-reader.ts";
import { fewestPairs, mostPairs, shareWithinChance } from "./state.ts";
import { similaritiesTo } from "./vector-similarity.ts";

type Pair = readonly [ScoringItem, ScoringItem];

const stepsAhead = 8;
/** From here on two answers are the same words, but for rounding. */
const equalAnswers = 0.999;

/**
 * The yardsticks of each base language, from pairs of answers drawn by the hash of their identifiers.
 *
 * b is the similarity that 995 of 1,000 pairs of different answers to different questions (of the same topic where
 * possible) do not exceed. Equal answers, such as "yes" or "1", are not counted: that they recur is no chance likeness of
 * wording, and a survey among the questions would otherwise put b at 1. And b′ the mean similarity of two answers of one culture to the same question, each pair counting at least b.
 * (The usual b is the mean over such pairs. On short answers it is next to 0 and lets chance likenesses through. The upper
 * quantile, the floor at b and the 5 % limit on b′ were chosen among a handful of variants by `bench/validity.ts` on one set
 * of vote counts of short English answers; on other kinds of answers they are untested.)
 *
 * Where compatriots' answers are on average no more alike than answers to different questions, b′ is set to b, and nothing
 * can be said. A language with fewer than 30 pairs takes those of the whole project; a project with fewer takes b = 0 and
 * b′ = 1, which leaves D₁ = 1 − similarity.
 */
export function yardsticks(
  byLanguage: ReadonlyMap<string, { items: readonly ScoringItem[]; idf: Float32Array }>,
  reader: AnswerReader,
): Map<string, Yardsticks> {
  const unrelated = new Map<string, number[]>();
  const compatriot = new Map<string, number[]>();
  for (const [language, { items, idf }] of byLanguage) {
    const sorted = sortByHash(items);
    const vectorOf = (item: ScoringItem) => reader.read(item, idf).vector;
    unrelated.set(
      language,
      compare(unrelatedPairs(sorted), vectorOf).filter((similarity) => similarity < equalAnswers),
    );
    compatriot.set(language, compare(compatriotPairs(sorted), vectorOf));
  }
  const unrelatedOverall = [...unrelated.values()].flat();
  const compatriotOverall = [...compatriot.values()].flat();
  return new Map(
    [...byLanguage.keys()].map((language) => {
      const different = enough(unrelated.get(language), unrelatedOverall);
      const same = enough(compatriot.get(language), compatriotOverall);
      return [language, { unrelated: upperLevel(different), compatriot: meanLevel(same, different) }];
    }),
  );
}

/** Pairs of answers to different questions: of the same topic, or of any where topics give too few pairs. */
function unrelatedPairs(sorted: readonly ScoringItem[]): Pair[] {
  const byTopic = Map.groupBy(sorted, ({ topic }) => topic);
  const within = [...byTopic]
    .filter(([topic]) => topic !== null)
    .sort(([a], [b]) => byText(a ?? "", b ?? ""))
    .map(([, items]) => neighbouringPairs(items));
  const sameTopic = roundRobin(within);
  return sameTopic.length >= fewestPairs ? sameTopic : neighbouringPairs(sorted).slice(0, mostPairs);
}

/** Pairs of answers of one culture to the same question. */
function compatriotPairs(sorted: readonly ScoringItem[]): Pair[] {
  const groups = new Map<string, ScoringItem[]>();
  for (const item of sorted) upsert(groups, `${item.culture}\n${item.questionKey}`, () => []).push(item);
  const pairs: Pair[] = [];
  for (const items of groups.values()) {
    for (let i = 0; i + 1 < items.length && pairs.length < mostPairs; i += 2) {
      const [first, second] = [items[i], items[i + 1]];
      if (first !== undefined && second !== undefined) pairs.push([first, second]);
    }
  }
  return pairs;
}

function neighbouringPairs(sorted: readonly ScoringItem[]): Pair[] {
  const pairs: Pair[] = [];
  for (const [i, item] of sorted.entries()) {
    if (pairs.length === mostPairs) break;
    const other = sorted.slice(i + 1, i + 1 + stepsAhead).find(({ questionKey }) => questionKey !== item.questionKey);
    if (other !== undefined) pairs.push([item, other]);
  }
  return pairs;
}

/** One pair from each list in turn, so that no topic weighs more than another until it runs out. */
function roundRobin(lists: readonly Pair[][]): Pair[] {
  const longest = lists.reduce((length, list) => Math.max(length, list.length), 0);
  const mixed: Pair[] = [];
  for (let i = 0; i < longest && mixed.length < mostPairs; i++) {
    for (const list of lists) {
      const pair = list[i];
      if (pair !== undefined && mixed.length < mostPairs) mixed.push(pair);
    }
  }
  return mixed;
}

function compare(pairs: readonly Pair[], vectorOf: (item: ScoringItem) => AnswerVector): number[] {
  return pairs.map(([first, second]) => similaritiesTo(vectorOf(first), [vectorOf(second)])[0] ?? 0);
}

function upperLevel(different: readonly number[] | null): number {
  return different === null ? 0 : quantile(different, shareWithinChance);
}

function meanLevel(same: readonly number[] | null, different: readonly number[] | null): number {
  if (same === null) return 1;
  const unrelated = upperLevel(different);
  if (different !== null && meanSimilarity(same, 0) <= meanSimilarity(different, 0)) return unrelated;
  return meanSimilarity(same, unrelated);
}

function enough(...candidates: (readonly number[] | undefined)[]): readonly number[] | null {
  return candidates.find((similarities) => similarities !== undefined && similarities.length >= fewestPairs) ?? null;
}

function sortByHash(items: readonly ScoringItem[]): ScoringItem[] {
  const hashed: { item: ScoringItem; hash: IdentityHash }[] = items.map((item) => ({
    item,
    hash: identityHash(item.id),
  }));
  hashed.sort((a, b) => compareIdentityHash(a.hash, b.hash) || byText(a.item.id, b.item.id));
  return hashed.map(({ item }) => item);
}
