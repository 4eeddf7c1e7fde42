import { byText } from "../by-text.ts";
import type { ScoringItem } from "../estimator.ts";
import { quantile } from "../quantile.ts";
import { meanSimilarity } from "../sibling-distance.ts";
import type { UnitVector } from "../unit-vector.ts";
import { type AnswerPair, compatriotPairs, sortByHash, strangerPairs } from "./answer-pairs.ts";
import type { AnswerReader } from "./answer-reader.ts";
import { exceedsChance } from "./exceeds-chance.ts";
import { AnswerKind, answerKind, type Scale, type ScalePlace } from "./scale.ts";
import { fewestPairs, mostPairs, shareWithinChance } from "./state.ts";
import { similaritiesTo } from "./vector-similarity.ts";

/** A pair of compatriots: how alike, and how much more so than strangers of the same topic are on average. */
interface Likeness {
  similarity: number;
  excess: number;
}

/** Similarities of pairs of answers. */
interface Evidence {
  strangers: readonly number[];
  compatriots: readonly Likeness[];
}

type TopicEvidence = Evidence & { topic: string | null };

/** From here on two answers are the same words, but for rounding. */
const equalAnswers = 0.999;

/**
 * The yardsticks of each topic in each base language, for words and for figures, from pairs of answers drawn by the hash
 * of their identifiers. b′ is not yet raised.
 *
 * b is the similarity that 995 of 1,000 pairs of different answers to different questions of the topic do not exceed.
 * Equal answers, such as "yes" or "1", are not counted: that they recur is no chance likeness of wording. And b′ is the
 * mean similarity of two answers of one culture to the same question, each pair counting at least b. (The usual b is the
 * mean over such pairs. On short answers it is next to 0 and lets chance likenesses through. The upper quantile, the floor
 * at b and the 5 % limit on b′ were chosen among a handful of variants by `bench/validity.ts` on one set of vote counts of
 * short English answers; on other kinds of answers they are untested.)
 *
 * Where a topic's own compatriots are no more alike than its strangers (by one standard error at least), b′ is set to b,
 * and nothing can be said of that topic; it lends nothing to others either. A topic with fewer than 30 pairs takes those of
 * all other topics of the language, a language with fewer those of the project. Without any, b = 0 and b′ = 1, which leaves
 * D₁ = 1 − similarity; b′ is 1 too where the pairs of all topics together do not tell compatriots from strangers. One
 * standard error lets one in six topics through whose compatriots are like strangers; two would silence topics of everyday
 * answers that have 50 pairs.
 */
export function yardsticks(
  byLanguage: ReadonlyMap<string, { items: readonly ScoringItem[]; idf: Float32Array }>,
  reader: AnswerReader,
): Scale[] {
  return AnswerKind.options.flatMap((kind) => {
    const languages = [...byLanguage].map(([language, { items, idf }]) => {
      const ofKind = sortByHash(items.filter((item) => answerKind(item) === kind));
      return { language, ...gather(ofKind, (item) => reader.read(item, idf).vector) };
    });
    const project: Evidence = {
      strangers: languages.flatMap(({ general }) => general.strangers),
      compatriots: languages.flatMap(({ general }) => general.compatriots),
    };
    return languages.flatMap(({ language, general, topics }) => [
      toScale({ language, kind }, [general, project]),
      ...topics.filter(hasOwn).map((own) => toScale({ language, kind, topic: own.topic }, [own, general, project])),
    ]);
  });
}

/** The evidence of each topic, and that of all topics together but those of which nothing can be said. */
function gather(
  sorted: readonly ScoringItem[],
  vectorOf: (item: ScoringItem) => UnitVector,
): { general: Evidence; topics: TopicEvidence[] } {
  const compare = (pairs: readonly AnswerPair[]) => similaritiesOf(pairs, vectorOf);
  const byTopic = [...Map.groupBy(sorted, ({ topic }) => topic)].sort(
    ([a], [b]) => Number(a !== null) - Number(b !== null) || byText(a ?? "", b ?? ""),
  );
  const strangers = byTopic.map(([, items]) => compare(strangerPairs(items)));
  const withinTopics = roundRobin(strangers);
  const all = withinTopics.length >= fewestPairs ? withinTopics : compare(strangerPairs(sorted));
  const topics = byTopic.map(([topic, items], i): TopicEvidence => {
    const own = strangers[i] ?? [];
    const similarities = compare(compatriotPairs(items));
    const chance = chanceLikeness(similarities, own.length >= fewestPairs ? own : all);
    const compatriots = similarities.map((similarity) => ({ similarity, excess: similarity - chance }));
    return { topic, strangers: own, compatriots };
  });
  const telling = topics.filter(({ compatriots }) => compatriots.length < fewestPairs || tellsApart(compatriots));
  const ofTelling = roundRobin(telling.map((one) => one.strangers));
  return {
    general: {
      strangers: ofTelling.length >= fewestPairs ? ofTelling : all,
      compatriots: roundRobin(telling.map(({ compatriots }) => compatriots)),
    },
    topics,
  };
}

/**
 * How alike strangers are on average. A collection that keeps each answer of a culture once has no equal compatriots, and
 * equal strangers would outweigh what likeness there is: then they are not counted either.
 */
function chanceLikeness(compatriots: readonly number[], strangers: readonly number[]): number {
  const compared = unequal(compatriots).length === compatriots.length ? unequal(strangers) : strangers;
  return compared.length === 0 ? 0 : compared.reduce((sum, value) => sum + value, 0) / compared.length;
}

/** Whether anything is known of the topic itself. */
function hasOwn({ strangers, compatriots }: TopicEvidence): boolean {
  return unequal(strangers).length >= fewestPairs || compatriots.length >= fewestPairs;
}

/** @param evidence the topic's own first, if the scale is a topic's; then the language's, then the project's */
function toScale(place: ScalePlace, evidence: readonly Evidence[]): Scale {
  const different = evidence.map(({ strangers }) => unequal(strangers)).find(({ length }) => length >= fewestPairs);
  const unrelated = different === undefined ? 0 : quantile(different, shareWithinChance);
  const compatriot = compatriotLevel(evidence, unrelated, place.topic !== undefined);
  return { ...place, unrelated, compatriot, measuredCompatriot: compatriot };
}

/** b′ from the first evidence that has enough pairs and of these one above b. */
function compatriotLevel(evidence: readonly Evidence[], unrelated: number, ownFirst: boolean): number {
  for (const [i, { compatriots }] of evidence.entries()) {
    if (compatriots.length < fewestPairs) continue;
    if (!tellsApart(compatriots)) return ownFirst && i === 0 ? unrelated : 1;
    const level = meanSimilarity(
      compatriots.map(({ similarity }) => similarity),
      unrelated,
    );
    if (level > unrelated) return level;
  }
  return 1;
}

function tellsApart(compatriots: readonly Likeness[]): boolean {
  return exceedsChance(compatriots.map(({ excess }) => excess));
}

function unequal(similarities: readonly number[]): number[] {
  return similarities.filter((similarity) => similarity < equalAnswers);
}

/** One value from each list in turn, at most 2,000, so that no topic weighs more than another until it runs out. */
function roundRobin<Value>(lists: readonly (readonly Value[])[]): Value[] {
  const longest = lists.reduce((length, list) => Math.max(length, list.length), 0);
  const mixed: Value[] = [];
  for (let i = 0; i < longest && mixed.length < mostPairs; i++) {
    for (const list of lists) {
      const value = list[i];
      if (value !== undefined && mixed.length < mostPairs) mixed.push(value);
    }
  }
  return mixed;
}

/** Neighbouring pairs share an answer, so the last one read is kept. */
function similaritiesOf(pairs: readonly AnswerPair[], vectorOf: (item: ScoringItem) => UnitVector): number[] {
  let last: { item: ScoringItem; vector: UnitVector } | null = null;
  return pairs.map(([first, second]) => {
    const vector = last?.item === first ? last.vector : vectorOf(first);
    last = { item: second, vector: vectorOf(second) };
    return similaritiesTo(vector, [last.vector])[0] ?? 0;
  });
}
