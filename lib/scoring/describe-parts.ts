import type { MeasureName, Score } from "../schema/score.ts";

/** One part of a score in words. */
export interface DescribedPart {
  name: string;
  value: number;
  /** A share in [0,1], or how many. */
  kind: "share" | "count";
  words: string;
}

/** What parts tell, and which measure each belongs to. In the order in which they are told. */
const told: readonly (Omit<DescribedPart, "value"> & { measure: MeasureName })[] = [
  share("representativeness", "typicality", "worded as the culture words things"),
  share("representativeness", "coverage", "says what few others say"),
  share("representativeness", "topicNeed", "its topic is still thin"),
  share("representativeness", "informationGain", "judges are surer than chance that it is of the culture"),
  share("representativeness", "agreement", "informants of the culture agree with it"),
  share("representativeness", "endorsement", "adults of the culture who would find it normal, as judges guess"),
  share("representativeness", "consensus", "informants agree among themselves"),
  share("representativeness", "competence", "how well informants know what the others know"),
  count("representativeness", "judges", "judges asked"),
  count("representativeness", "informants", "informants asked"),
  count("representativeness", "importanceRatings", "people who rated how important it is"),
  share("distinctiveness", "logOdds", "words used more here than elsewhere"),
  share("distinctiveness", "jensenShannon", "mix of words differs from all cultures"),
  share("distinctiveness", "neighbourPurity", "nearest texts are of the same culture"),
  share("distinctiveness", "centroidMargin", "nearer to its culture's centre than to another's"),
  share("distinctiveness", "mean", "likeness to the other cultures, mean"),
  share("distinctiveness", "nearestSimilarity", "likeness to the nearest culture"),
  share("distinctiveness", "recall", "of the nearest texts the search finds, measured on a sample"),
  share("distinctiveness", "phi", "chance that an answer like it comes from the culture"),
  count("distinctiveness", "cultures", "other cultures that were compared"),
  count("distinctiveness", "distinctivenessRatings", "people who rated how distinctive it is"),
];

/** What parts tell where texts were compared by embedding. */
const byEmbedding: ReadonlyMap<string, string> = new Map([
  ["typicality", "close to what the culture's other texts say, by embedding"],
  ["neighbourPurity", "nearest texts are of the same culture, by embedding"],
  ["mean", "likeness to the other cultures by embedding, mean"],
  ["nearestSimilarity", "likeness by embedding to the nearest culture"],
]);

/**
 * The parts of one measure in words, those that were computed. Parts without words are not told.
 * @param nameOf the name of a culture by its code, or null where it is not to be told
 */
export function describeParts(
  { parts }: Pick<Score, "parts">,
  measure: MeasureName,
  nameOf: (code: string) => string | null,
): DescribedPart[] {
  const nearest = typeof parts.nearestCulture === "string" ? nameOf(parts.nearestCulture) : null;
  return told.flatMap(({ measure: own, ...part }) => {
    const value = parts[part.name];
    if (own !== measure || typeof value !== "number") return [];
    const words = (parts.basis === "embedding" ? byEmbedding.get(part.name) : undefined) ?? part.words;
    const named = part.name === "nearestSimilarity" && nearest !== null;
    return [{ ...part, value, words: named ? `${words}, ${nearest}` : words }];
  });
}

/** Judges further apart than this disagree. */
const widestAgreement = 0.3;

/**
 * How far the judges of a panel lie apart, in a sentence, and whether so far that they disagree; null without judges. A
 * judge's word is how likely it holds that the text is of its culture.
 */
export function describeSpread({ parts }: Pick<Score, "parts">): { sentence: string; disagree: boolean } | null {
  const { judges, judgesLowest: lowest, judgesHighest: highest } = parts;
  if (typeof judges !== "number" || typeof lowest !== "number" || typeof highest !== "number") return null;
  const disagree = highest - lowest > widestAgreement;
  const ends = `${percent(lowest)} to ${percent(highest)}`;
  const of = "that it is of its culture";
  if (judges < 2) return { sentence: `The one judge asked is ${percent(highest)} sure ${of}.`, disagree: false };
  return {
    sentence: disagree
      ? `The ${judges} judges disagree: they are from ${ends} sure ${of}. Read it yourself before you trust the number.`
      : `The ${judges} judges agree: they are from ${ends} sure ${of}.`,
    disagree,
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)}\u202f%`;
}

function share(measure: MeasureName, name: string, words: string) {
  return { measure, name, words, kind: "share" as const };
}

function count(measure: MeasureName, name: string, words: string) {
  return { measure, name, words, kind: "count" as const };
}
