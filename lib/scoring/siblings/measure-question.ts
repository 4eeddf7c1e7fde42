import { byText } from "../by-text.ts";
import type { ScoringItem } from "../estimator.ts";
import { wordDimension } from "../hashed-features.ts";
import { languageName } from "../language-name.ts";
import { ReferenceSample } from "../reference-sample.ts";
import type { UnitVector } from "../unit-vector.ts";
import { upsert } from "../upsert.ts";
import type { WordBag } from "../word-bag.ts";
import { wordContrast } from "../word-contrast.ts";
import { WordTable } from "../word-table.ts";
import { wordAt } from "../word-tokens.ts";
import type { AnswerReader } from "./answer-reader.ts";
import { answerKind, type ScalePlace } from "./scale.ts";
import { answersPerCulture } from "./state.ts";
import { similaritiesTo } from "./vector-similarity.ts";

const wordsShown = 8;
const languagesShown = 3;

/** How close one answer is to its siblings, or the reason why that cannot be said. */
export interface Closeness extends ScalePlace {
  id: string;
  culture: string;
  near: Near | null;
  reason: string;
}

/** Similarity to the other cultures' answers. */
interface Near {
  /** The best match within each other culture. */
  best: readonly number[];
  nearestCulture: string;
  nearestSimilarity: number;
  words: { word: string; weight: number }[];
}

interface Answer {
  item: ScoringItem;
  vector: UnitVector;
  /** Word numbers in the question's table. */
  words: Uint32Array;
}

/** The closeness of an item that cannot have siblings to compare with, or null for one that can. */
export function withoutSiblings(item: ScoringItem, reader: AnswerReader): Closeness | null {
  const none = (reason: string): Closeness => ({ ...placeOf(item, reader), near: null, reason });
  if (item.response.trim() === "") return none("The item has no answer yet.");
  if (item.questionKey === null) return none("The item has no question key, so it has no siblings.");
  return reader.hasVector(item) ? null : none("The answer has no embedding yet.");
}

/**
 * Measures all items of one question against each other, in the order given. Cultures with very many answers lend the 12
 * with the smallest hashes. O(items × cultures × 12).
 */
export function measureQuestion(
  items: readonly ScoringItem[],
  idfOf: (language: string) => Float32Array | null,
  reader: AnswerReader,
): Closeness[] {
  const measured = new Map<string, Closeness>();
  const answered: ScoringItem[] = [];
  for (const item of items) {
    const none = withoutSiblings(item, reader);
    if (none === null) answered.push(item);
    else measured.set(item.id, none);
  }
  const byLanguage = Map.groupBy(answered, (item) => reader.language(item));
  for (const [language, ofLanguage] of byLanguage) {
    const alone = (item: ScoringItem) => whyAlone(item.culture, language, byLanguage);
    for (const one of measureLanguage(ofLanguage, alone, idfOf(language), reader)) measured.set(one.id, one);
  }
  return items.flatMap(({ id }) => measured.get(id) ?? []);
}

function measureLanguage(
  items: readonly ScoringItem[],
  alone: (item: ScoringItem) => string,
  idf: Float32Array | null,
  reader: AnswerReader,
): Closeness[] {
  const none = (item: ScoringItem, reason: string): Closeness => ({ ...placeOf(item, reader), near: null, reason });
  if (idf === null) return items.map((item) => none(item, "The project has not been scored in this language yet."));
  const table = new WordTable(256);
  const answers = items.map((item): Answer => {
    const { words, vector } = reader.read(item, idf);
    return { item, vector, words: numberWords(words, table) };
  });
  const lent = lentAnswers(answers);
  const usage = countUsage(lent, table.size);
  return answers.map((answer) => {
    const { item } = answer;
    if (answer.words.length === 0) return none(item, reader.whyWordless(item));
    const others = [...lent].filter(([culture]) => culture !== item.culture);
    if (others.length === 0) return none(item, alone(item));
    const best = others.map(([culture, theirs]) => ({
      culture,
      similarity: similaritiesTo(
        answer.vector,
        theirs.map(({ vector }) => vector),
      ).reduce((a, b) => Math.max(a, b), 0),
    }));
    const nearest = best.reduce((a, b) => (b.similarity > a.similarity ? b : a));
    const own = new Set(lent.get(item.culture)?.flatMap(({ words }) => [...words]));
    const near: Near = {
      best: best.map(({ similarity }) => similarity),
      nearestCulture: nearest.culture,
      nearestSimilarity: nearest.similarity,
      words: apart(answer, idf, (word) => (usage[word] ?? 0) - (own.has(word) ? 1 : 0), best.length, reader),
    };
    return { ...placeOf(item, reader), near, reason: "" };
  });
}

function placeOf(item: ScoringItem, reader: AnswerReader): ScalePlace & { id: string; culture: string } {
  const { id, culture, topic } = item;
  return { id, culture, language: reader.language(item), kind: answerKind(item), topic };
}

function whyAlone(culture: string, language: string, byLanguage: ReadonlyMap<string, readonly ScoringItem[]>): string {
  const foreign = [...byLanguage]
    .filter(([other, items]) => other !== language && items.some((item) => item.culture !== culture))
    .map(([other]) => languageName(other))
    .sort(byText);
  const shown = foreign.length <= languagesShown ? foreign : foreign.slice(0, languagesShown);
  const more = foreign.length - shown.length;
  if (foreign.length === 0) return "No other culture answers this question.";
  return `Other cultures answer this question only in other languages (${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}), and wording is compared within a language.`;
}

/** By culture, in order of code: the answers that others are compared with. Answers without words lend nothing. */
function lentAnswers(answers: readonly Answer[]): Map<string, Answer[]> {
  const samples = new Map<string, ReferenceSample<Answer>>();
  for (const answer of answers) {
    if (answer.words.length === 0) continue;
    upsert(samples, answer.item.culture, () => new ReferenceSample<Answer>(answersPerCulture)).add(
      answer.item.id,
      answer,
    );
  }
  const cultures = [...samples.keys()].sort(byText);
  return new Map(
    cultures.map((culture) => [
      culture,
      samples
        .get(culture)
        ?.list()
        .map(({ value }) => value) ?? [],
    ]),
  );
}

/** For each word the number of cultures that use it. */
function countUsage(lent: ReadonlyMap<string, Answer[]>, words: number): Uint16Array {
  const usage = new Uint16Array(words);
  for (const answers of lent.values()) {
    for (const word of new Set(answers.flatMap((answer) => [...answer.words]))) usage[word] = (usage[word] ?? 0) + 1;
  }
  return usage;
}

function numberWords(bag: WordBag, table: WordTable): Uint32Array {
  return Uint32Array.from({ length: bag.size }, (_, i) => table.add(bag.first[i] ?? 0, bag.second[i] ?? 0));
}

function apart(
  answer: Answer,
  idf: Float32Array,
  usedByOthers: (word: number) => number,
  others: number,
  reader: AnswerReader,
): { word: string; weight: number }[] {
  const bag = reader.words(answer.item);
  const weighed = Array.from(answer.words, (word, i) => {
    const token = bag.tokenIndex[i] ?? 0;
    const weight = wordContrast(idf[wordDimension(bag.tokens, token)] ?? 0, usedByOthers(word), others);
    return { token, weight: Math.round(weight * 1000) / 1000 };
  });
  weighed.sort((a, b) => b.weight - a.weight);
  return weighed
    .filter(({ weight }) => weight > 0)
    .slice(0, wordsShown)
    .map(({ token, weight }) => ({ word: wordAt(bag.tokens, token), weight }));
}
