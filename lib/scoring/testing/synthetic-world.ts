import { seededChance } from "../../random.ts";
import type { Judgement, PanelEvidence } from "../../schema/panel-evidence.ts";
import type { ScoringItem } from "../estimator.ts";
import { cosineMatrix } from "../panel/cosine-matrix.ts";
import { layOutOptions } from "../panel/lay-out-options.ts";
import { toUnit } from "../unit-vector.ts";
import { makeItem } from "./made-up-corpus.ts";

/** A world whose truth is known: what each culture would say, how well its informants know it, how typical each text is. */
export interface SyntheticWorld {
  items: readonly ScoringItem[];
  evidence: ReadonlyMap<string, PanelEvidence>;
  /** By item: how much of its text is what its culture would say, in [0,1]. */
  typicality: ReadonlyMap<string, number>;
  /** By item: 1 − the mean cosine of the text with what the other cultures would say. */
  distance: ReadonlyMap<string, number>;
  /** By informant, its true competence. */
  competence: ReadonlyMap<string, number>;
}

export interface WorldOptions {
  seed: number;
  questions: number;
  /** Competences of the informants that each culture has; named after their place. */
  competences: readonly number[];
  /** How often a judge is right. */
  judgeAccuracy: number;
}

const cultures = ["a", "b", "c", "d"];
/** By question, in turn: how much of what a culture would say is what all would say. */
const shares = [0, 0.2, 0.4, 0.6, 0.8];
const dimensions = 256;
/** Every culture has a text of each typicality for each question. */
const typicalities = [0.1, 0.4, 0.7, 1];

/**
 * What a culture would say is a direction: √share of one that all cultures have in common, the rest its own. An informant of
 * competence w says w of that and √(1 − w²) of a direction of its own, so two of them agree as the product of their
 * competences, as the model of consensus has it; a text of typicality r likewise. Judges know the culture of a typical,
 * distinct text with their accuracy and else guess.
 */
export function syntheticWorld({ seed, questions, competences, judgeAccuracy }: WorldOptions): SyntheticWorld {
  const chance = seededChance(seed);
  const items: ScoringItem[] = [];
  const evidence = new Map<string, PanelEvidence>();
  const typicality = new Map<string, number>();
  const distance = new Map<string, number>();
  for (let question = 0; question < questions; question++) {
    const share = shares[question % shares.length] ?? 0;
    const common = direction(chance);
    const truths = new Map(
      cultures.map((culture) => [culture, blend(common, direction(chance), Math.sqrt(share))] as const),
    );
    const informants = cultures.flatMap((culture) =>
      competences.map((own, place) => ({
        informant: { name: `informant ${place}`, model: `model ${place}`, culture },
        answer: blend(truths.get(culture) ?? common, direction(chance), own),
      })),
    );
    for (const culture of cultures) {
      for (const typical of typicalities) {
        const id = `${question}/${culture}/${typical}`;
        const text = blend(truths.get(culture) ?? common, direction(chance), typical);
        const known = judgeAccuracy * typical * (1 - share);
        items.push(makeItem({ id, culture, questionKey: `${question}`, response: id }));
        typicality.set(id, typical);
        distance.set(id, 1 - typical * share);
        evidence.set(id, {
          judgements: judge(culture, known, chance),
          judgeWeights: {},
          temperature: 1,
          informants: informants.map(({ informant }) => informant),
          cosines: cosineMatrix([text, ...informants.map(({ answer }) => answer)]),
          unrelated: 0,
          taken: null,
          endorsements: [],
          sharpness: 0.2,
        });
      }
    }
  }
  const competence = new Map(competences.map((own, place) => [`informant ${place}`, own]));
  return { items, evidence, typicality, distance, competence };
}

/** Two judges, two orders each: `known` for the right culture, the rest spread evenly, each off by chance. */
function judge(culture: string, known: number, chance: () => number): Judgement[] {
  return ["judge 1", "judge 1", "judge 2", "judge 2"].map((name) => {
    const options = layOutOptions(cultures, chance);
    const raw = options.map((option) => {
      const base = (1 - known) / options.length + (option.culture === culture ? known : 0);
      return { culture: option.culture, weight: base * (0.8 + 0.4 * chance()) };
    });
    const sum = raw.reduce((total, { weight }) => total + weight, 0);
    return { judge: name, probabilities: Object.fromEntries(raw.map((each) => [each.culture, each.weight / sum])) };
  });
}

/** A direction drawn evenly from all (normal coordinates by Box and Muller), of unit length. */
function direction(chance: () => number): Float32Array {
  return toUnit(
    Float32Array.from(
      { length: dimensions },
      () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance()),
    ),
  );
}

function blend(truth: Float32Array, noise: Float32Array, weight: number): Float32Array {
  const rest = Math.sqrt(1 - weight * weight);
  return toUnit(truth.map((value, i) => weight * value + rest * (noise[i] ?? 0)));
}
