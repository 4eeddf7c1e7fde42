import type { Score } from "../schema/score.ts";
import { tellsEnough } from "./tells-enough.ts";

/** Whose words the sentences are about. */
export interface Described {
  /** The culture's name, such as "Japan". */
  culture: string;
  /** How many of the words that carry the score are named, at most; 0 where they are listed beside the sentence. */
  words?: number;
}

type Sayable = Pick<Score, "estimator" | "representativeness" | "distinctiveness" | "parts">;

interface Sentences {
  representativeness: string;
  distinctiveness: string;
}

/**
 * One sentence for each measure, for a reader who knows nothing of the method; the reason where nothing was computed, and
 * what there is too little of where the interval is too wide to say anything.
 */
export function describeScore(score: Sayable, described: Described): Sentences {
  const { representativeness, distinctiveness } = score;
  const said = sayMeasures(score, described);
  return {
    representativeness:
      representativeness.computed && !tellsEnough(representativeness)
        ? sayTooLittle(score, "representativeness", described.culture)
        : said.representativeness,
    distinctiveness:
      distinctiveness.computed && !tellsEnough(distinctiveness)
        ? sayTooLittle(score, "distinctiveness", described.culture)
        : said.distinctiveness,
  };
}

function sayTooLittle({ estimator, parts }: Sayable, measure: keyof Sentences, culture: string): string {
  if (estimator === "siblings") {
    const cultures = numberOf(parts.cultures) ?? 0;
    return cultures < 2
      ? "Not enough to say: a single other culture answers this question."
      : `Not enough to say: the ${cultures} other cultures that answer this question are too few, or differ too much among themselves.`;
  }
  if (estimator === "embedding" && measure === "distinctiveness")
    return "Not enough to say: the texts nearest to it are of several cultures, and its culture's are scattered.";
  if (estimator !== "lexical" && estimator !== "embedding")
    return "Not enough to say: too few were asked, or they differ too much.";
  return measure === "representativeness"
    ? `Not enough to say: the items of ${culture} most like this one differ too much in how like it they are.`
    : "Not enough to say: the text is too short to tell whose words these are.";
}

function sayMeasures(score: Sayable, { culture, words = 3 }: Described): Sentences {
  const { representativeness, distinctiveness } = score;
  return {
    representativeness: representativeness.computed
      ? sayRepresentative(score, representativeness.value, representativeness.percentile, culture)
      : representativeness.reason,
    distinctiveness: distinctiveness.computed
      ? sayDistinctive(score, distinctiveness.value, culture, words)
      : distinctiveness.reason,
  };
}

function sayRepresentative({ estimator, parts }: Sayable, value: number, percentile: number, culture: string): string {
  if (estimator === "human") return sayImportant(value, culture, numberOf(parts.importanceRatings) ?? 0);
  if (estimator === "panel") return sayAgreed(value, culture, parts);
  if (estimator === "embedding") return sayClose(numberOf(parts.typicality) ?? percentile, culture);
  return sayTypical(numberOf(parts.typicality) ?? percentile, culture);
}

function sayDistinctive({ estimator, parts }: Sayable, value: number, culture: string, words: number): string {
  switch (estimator) {
    case "human":
      return sayCharacteristic(value, culture, numberOf(parts.distinctivenessRatings) ?? 0);
    case "panel":
      return sayNearest(value, culture, numberOf(parts.cultures) ?? 0);
    case "siblings":
      return sayApart(value, numberOf(parts.cultures) ?? 0, parts.basis === "embedding" ? "It" : "Its wording");
    case "embedding":
      return sayAmongOwn(value, culture);
    default:
      return sayDistinct(value, culture, wordsOf(parts.words).slice(0, words));
  }
}

function sayTypical(typicality: number, culture: string): string {
  const likeness =
    typicality >= 2 / 3
      ? `Worded like most items of ${culture}`
      : typicality >= 1 / 3
        ? `Worded about as close to the other items of ${culture} as is usual`
        : `Worded unlike most items of ${culture}`;
  return `${likeness} (typicality of wording); says nothing of whether it is true.`;
}

function sayClose(typicality: number, culture: string): string {
  const likeness =
    typicality >= 2 / 3
      ? `Says much what most items of ${culture} say`
      : typicality >= 1 / 3
        ? `Lies about as close to the other items of ${culture} as is usual`
        : `Says something else than most items of ${culture}`;
  return `${likeness}, as an embedding model reads them; says nothing of whether it is true.`;
}

function sayAmongOwn(value: number, culture: string): string {
  if (value >= 0.5)
    return `What is nearest to it comes from ${culture}: an embedding model sets it well apart from other cultures.`;
  if (value >= 0.2)
    return `An embedding model finds it somewhat nearer to items of ${culture} than to those of other cultures.`;
  return `To an embedding model it could as well come from another culture as from ${culture}.`;
}

function sayDistinct(value: number, culture: string, words: readonly string[]): string {
  const named = words.length === 0 ? "" : ` (${words.map((word) => `“${word}”`).join(", ")})`;
  if (value >= 0.5)
    return `Its words${named} are far more usual in items of ${culture} than in those of other cultures.`;
  if (value >= 0.2)
    return `Some of its words${named} are more usual in items of ${culture} than in those of other cultures.`;
  return `Its words could as well be those of another culture as of ${culture}.`;
}

function sayApart(value: number, cultures: number, what: string): string {
  const those = `${countOthers(cultures)} that ${cultures === 1 ? "answers" : "answer"} this question`;
  if (value >= 0.95) return `${what} is unlike anything in ${those}.`;
  if (value >= 0.6) return `${what} has little in common with ${those}.`;
  if (value >= 0.25) return `${what} has much in common with ${those}.`;
  return what === "It" ? `It is nearly what is said in ${those}.` : `Its wording is nearly that of ${those}.`;
}

/** R is high only where both halves are, so the sentence names the weaker one. */
function sayAgreed(value: number, culture: string, parts: Score["parts"]): string {
  const gain = numberOf(parts.informationGain) ?? value;
  const agreement = numberOf(parts.agreement);
  const support = agreement ?? numberOf(parts.endorsement) ?? value;
  const informants = "models answering as people";
  const weak = typeof parts.note === "string" ? " These agree little among themselves." : "";
  if (value >= 0.6)
    return `Models tell it for ${culture}, and ${agreement === null ? "judges think most people" : informants} of ${culture} would say much the same.${weak}`;
  if (gain < support) return `Models do not tell it surely for ${culture}.${weak}`;
  return `Few of the ${agreement === null ? "people" : informants} of ${culture} would say the same, in the panel's view.${weak}`;
}

function sayNearest(value: number, culture: string, cultures: number): string {
  const others = countOthers(cultures);
  if (value >= 0.6)
    return `It is far nearer to what the panel answers for ${culture} than to what it answers for ${others}.`;
  if (value >= 0.2)
    return `It is somewhat nearer to what the panel answers for ${culture} than to what it answers for ${others}.`;
  return `What the panel answers for ${others} is as near to it as what it answers for ${culture}.`;
}

function sayImportant(value: number, culture: string, people: number): string {
  const rated = value >= 0.7 ? "important" : value >= 0.4 ? "of some importance" : "of little importance";
  return `${countPeople(people)} rated it ${rated} in ${culture}.`;
}

function sayCharacteristic(value: number, culture: string, people: number): string {
  if (value >= 0.7) return `${countPeople(people)} rated it clearly characteristic of ${culture}.`;
  if (value >= 0.4) return `${countPeople(people)} rated it somewhat characteristic of ${culture}.`;
  return `${countPeople(people)} rated it as what other cultures would say too.`;
}

function countOthers(cultures: number): string {
  return cultures === 1 ? "the other culture" : `the ${cultures} other cultures`;
}

function countPeople(people: number): string {
  return people === 1 ? "The one person asked" : `The ${people} people asked`;
}

function numberOf(part: Score["parts"][string] | undefined): number | null {
  return typeof part === "number" ? part : null;
}

function wordsOf(part: Score["parts"][string] | undefined): string[] {
  return Array.isArray(part) ? part.map(({ word }) => word) : [];
}
