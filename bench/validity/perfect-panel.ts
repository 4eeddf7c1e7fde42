import { seededChance } from "#lib/random.ts";
import type { Informant, PanelEvidence } from "#lib/schema/panel-evidence.ts";
import type { ScoringContext, ScoringItem } from "#lib/scoring/estimator.ts";
import { featureDimensions } from "#lib/scoring/hashed-features.ts";
import {
  countDocument,
  createDocumentFrequencies,
  createTextVector,
  inverseDocumentFrequency,
  readTextVector,
} from "#lib/scoring/text-vectors.ts";
import { addTo, dotWith, type UnitVector } from "#lib/scoring/unit-vector.ts";
import { createWordTokens, readWordTokens } from "#lib/scoring/word-tokens.ts";
import type { Answer } from "./vote-counts.ts";

/** So many pairs of answers to different questions tell how alike such are. */
const strangers = 20_000;

interface Asked {
  informants: Informant[];
  vectors: UnitVector[];
  cosines: number[][];
}

/**
 * A panel as good as can be: for each question, people of each culture drawn by the votes, each saying what the drawn vote said,
 * compared by wording. Judges are sure of every culture, so that representativeness is the root of agreement alone. An answer
 * that is judged may be among those drawn: other people gave it too.
 * @param size people of each culture
 */
export function perfectPanel(answers: readonly Answer[], size: number): ScoringContext {
  const chance = seededChance(size);
  const vectorOf = vectorsOf(answers);
  const unrelated = meanOfStrangers(answers, vectorOf, chance);
  const dense = new Float64Array(featureDimensions);
  const cosinesTo = (vector: UnitVector, others: readonly UnitVector[]) => {
    dense.fill(0);
    addTo(dense, vector);
    return others.map((other) => Math.min(1, Math.max(-1, dotWith(other, dense))));
  };
  const byQuestion = new Map<string | null, Asked>();
  for (const [questionKey, given] of Map.groupBy(answers, ({ item }) => item.questionKey)) {
    const drawn = [...Map.groupBy(given, ({ item }) => item.culture)].flatMap(([culture, own]) =>
      Array.from({ length: size }, (_, i) => {
        const name = `${culture} ${i}`;
        return { informant: { name, model: name, culture }, vector: vectorOf(draw(own, chance()).item) };
      }),
    );
    const vectors = drawn.map(({ vector }) => vector);
    const cosines = vectors.map((vector, k) => cosinesTo(vector, vectors).map((cosine, l) => (k === l ? 1 : cosine)));
    byQuestion.set(questionKey, { informants: drawn.map(({ informant }) => informant), vectors, cosines });
  }
  return {
    mask: (text) => text,
    panel(item): PanelEvidence | null {
      const asked = byQuestion.get(item.questionKey);
      if (asked === undefined) return null;
      const own = cosinesTo(vectorOf(item), asked.vectors);
      const sure = { judge: "sure", probabilities: { [item.culture]: 1, other: 0 } };
      return {
        judgements: [sure, sure],
        judgeWeights: {},
        temperature: 1,
        informants: asked.informants,
        cosines: [[1, ...own], ...asked.cosines.map((row, k) => [own[k] ?? 0, ...row])],
        unrelated,
        taken: null,
        endorsements: [],
        sharpness: 0.05,
      };
    },
  };
}

function draw(own: readonly Answer[], at: number): Answer {
  const total = own.reduce((sum, { votes }) => sum + votes, 0);
  let left = at * total;
  const found = own.find(({ votes }) => {
    left -= votes;
    return left < 0;
  });
  const answer = found ?? own.at(-1);
  if (answer === undefined) throw new RangeError("nobody to draw");
  return answer;
}

function vectorsOf(answers: readonly Answer[]): (item: ScoringItem) => UnitVector {
  const tokens = createWordTokens();
  const frequencies = createDocumentFrequencies();
  for (const { item } of answers) {
    readWordTokens(item.response, tokens);
    countDocument([tokens], frequencies);
  }
  const idf = inverseDocumentFrequency(frequencies);
  const read = createTextVector();
  const known = new Map<string, UnitVector>();
  return ({ response }) => {
    const found = known.get(response);
    if (found !== undefined) return found;
    readWordTokens(response, tokens);
    readTextVector([{ tokens, weight: 1 }], idf, read);
    const vector = { dimensions: read.dimensions.slice(0, read.size), weights: read.weights.slice(0, read.size) };
    known.set(response, vector);
    return vector;
  };
}

function meanOfStrangers(
  answers: readonly Answer[],
  vectorOf: (item: ScoringItem) => UnitVector,
  chance: () => number,
): number {
  const pick = () => answers[Math.floor(chance() * answers.length)];
  const dense = new Float64Array(featureDimensions);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < strangers; i++) {
    const [a, b] = [pick(), pick()];
    if (a === undefined || b === undefined || a.item.questionKey === b.item.questionKey) continue;
    dense.fill(0);
    addTo(dense, vectorOf(a.item));
    sum += Math.max(0, dotWith(vectorOf(b.item), dense));
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
