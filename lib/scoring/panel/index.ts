import { z } from "zod";
import { noCulture, type PanelEvidence } from "../../schema/panel-evidence.ts";
import type { ScoreParts } from "../../schema/score.ts";
import { byText } from "../by-text.ts";
import { defineEvidenceEstimator, type Found } from "../define-evidence-estimator.ts";
import { type Competences, CompetenceTally } from "./competence-tally.ts";
import { culturePosterior } from "./culture-posterior.ts";
import { excessSimilarity } from "./excess-similarity.ts";
import { normalisedGain } from "./normalised-gain.ts";
import { consensusAmong, type OneFactor, oneFactor } from "./one-factor.ts";
import { originProbabilities } from "./origin-probability.ts";

/** Below this mean competence, agreement with the panel says little. */
export const lowCompetence = 0.3;

/** A number with the parts behind it, or why there is none. */
type Part = { value: number; parts: ScoreParts } | { reason: string };

/**
 * Scores by a panel of models, after CAReDiO. Representativeness is R = √(IG · G): how surely judges tell the culture from the
 * masked text, and how far informants who answered as people of the culture agree with it, each by competence. Where all
 * informants are one model their agreement is that of the model with itself, and the judges' endorsement stands in for G.
 * Distinctiveness is D = ⟦ln(φ/π) / ln(1/π)⟧: how surely the text is nearer to its own culture's answers to the question than
 * to those of others. The joint J = R · D is a part; neither says whether the answer is true.
 */
export const panel = defineEvidenceEstimator({
  name: "panel",
  version: "1",
  Learnt: z.record(z.string(), z.record(z.string(), z.number().min(0).max(1))),
  async learn(items, { panel: evidenceOf }) {
    const tally = new CompetenceTally();
    for await (const item of items()) {
      const evidence = evidenceOf?.(item) ?? null;
      if (evidence === null) continue;
      const places = placesOf(evidence, item.culture).filter((place) => place !== evidence.taken);
      const names = places.map((place) => evidence.informants[place]?.name ?? "");
      tally.add(item.culture, names, (k, l) => agreementOf(evidence, (places[k] ?? 0) + 1, (places[l] ?? 0) + 1));
    }
    return tally.competences();
  },
  weigh(item, context, learnt) {
    const evidence = context.panel?.(item) ?? null;
    if (evidence === null) {
      const none: Found = { computed: false, reason: "No panel has judged this text yet." };
      return { representativeness: none, distinctiveness: none, parts: {} };
    }
    const gain = informationGain(evidence, item.culture);
    const support = supportOf(evidence, item.culture, learnt[item.culture] ?? {});
    const origin = originOf(evidence, item.culture);
    const representativeness: Found =
      "reason" in gain
        ? { computed: false, reason: gain.reason }
        : "reason" in support
          ? { computed: false, reason: support.reason }
          : { computed: true, value: Math.sqrt(gain.value * support.value), interval: null };
    const distinctiveness: Found =
      "reason" in origin
        ? { computed: false, reason: origin.reason }
        : { computed: true, value: origin.value, interval: null };
    return {
      representativeness,
      distinctiveness,
      parts: {
        joint:
          representativeness.computed && distinctiveness.computed
            ? representativeness.value * distinctiveness.value
            : null,
        ...partsOf(gain),
        ...partsOf(support),
        ...partsOf(origin),
      },
    };
  },
});

function partsOf(part: Part): ScoreParts {
  return "reason" in part ? {} : part.parts;
}

/** IG: how much surer than chance the judges are of the culture. */
function informationGain({ judgements, judgeWeights, temperature }: PanelEvidence, culture: string): Part {
  if (judgements.length === 0) return { reason: "No judge was asked where this text comes from." };
  const posterior = culturePosterior(judgements, judgeWeights, temperature);
  if (posterior === null)
    return { reason: "No judge saw the cultures in two orders, so a liking for a place cannot be told." };
  const { probabilities, byJudge } = posterior;
  const own = probabilities.get(culture);
  if (own === undefined) return { reason: "The judges were not offered this culture." };
  if (probabilities.size < 2) return { reason: "The judges had no other culture to choose." };
  const ofJudges = [...byJudge.values()].map((shares) => shares.get(culture) ?? 0);
  const informationGain = normalisedGain(own, probabilities.size);
  return {
    value: informationGain,
    parts: {
      informationGain,
      ownProbability: own,
      noCultureProbability: probabilities.get(noCulture) ?? null,
      judges: byJudge.size,
      judgesLowest: Math.min(...ofJudges),
      judgesHighest: Math.max(...ofJudges),
      posterior: weighed([...probabilities].filter(([option]) => option !== noCulture)),
    },
  };
}

/** Similarity of two texts beyond chance, by their places in the cosines. */
function agreementOf({ cosines, unrelated }: PanelEvidence, a: number, b: number): number {
  return excessSimilarity(cosines[a]?.[b] ?? 0, unrelated);
}

/**
 * What the informants at some places know, and how far they agree on this question. Competences are those learnt over the
 * culture's questions; who was not there when they were is judged by this question alone, and then all are.
 */
function consensusOf(evidence: PanelEvidence, places: readonly number[], learnt: Competences): OneFactor {
  const agreement = places.map((k) => places.map((l) => agreementOf(evidence, k + 1, l + 1)));
  const here = oneFactor(agreement);
  const known = places.map((place) => learnt[evidence.informants[place]?.name ?? ""]);
  const competences = known.flatMap((own) => own ?? []);
  if (competences.length < places.length) return here;
  return { ...here, competences, consensus: consensusAmong(agreement, competences) };
}

/** G by the consensus of several models, or U where there is one. */
function supportOf(evidence: PanelEvidence, culture: string, learnt: Competences): Part {
  const { informants, taken, endorsements } = evidence;
  const all = placesOf(evidence, culture);
  const places = all.filter((place) => place !== taken);
  const consensus = places.length < 2 ? null : consensusOf(evidence, places, learnt);
  const competence =
    consensus === null ? null : consensus.competences.reduce((sum, own) => sum + own, 0) / consensus.competences.length;
  const parts: ScoreParts = {
    informants: places.length,
    models: new Set(all.map((place) => informants[place]?.model)).size,
    competence,
    consensus: consensus?.consensus ?? null,
    eigenvalueRatio: consensus?.eigenvalueRatio ?? null,
    competences: weighed(places.map((place, i) => [informants[place]?.name ?? "", consensus?.competences[i] ?? 0])),
    ...(competence !== null && competence < lowCompetence ? { note: lowNote } : {}),
  };
  if (all.length > 0 && parts.models === 1) {
    if (endorsements.length === 0) {
      return {
        reason:
          "All informants are one model, whose agreement with itself says little, and no judge was asked how usual the answer is.",
      };
    }
    const endorsement = endorsements.reduce((sum, share) => sum + share, 0) / endorsements.length / 100;
    return { value: endorsement, parts: { ...parts, agreement: null, endorsement } };
  }
  if (consensus === null) {
    return {
      reason: `Consensus needs at least two informants of the culture besides the text itself; there are ${places.length}.`,
    };
  }
  const weight = consensus.competences.reduce((sum, own) => sum + own, 0);
  if (weight === 0)
    return { reason: "The informants agree on nothing, so there is no consensus to compare the text with." };
  const agreement =
    places.reduce((sum, place, i) => sum + (consensus.competences[i] ?? 0) * agreementOf(evidence, 0, place + 1), 0) /
    weight;
  return { value: agreement, parts: { ...parts, agreement, endorsement: null } };
}

const lowNote =
  "The informants agree little among themselves, so their agreement with this text is weak evidence of how typical it is.";

/** D: how surely the text is of its own culture, among those that answered the question. */
function originOf(evidence: PanelEvidence, culture: string): Part {
  const { informants, cosines, taken, sharpness } = evidence;
  const cultures = [...new Set(informants.map((informant) => informant.culture))].sort(byText).flatMap((each) => {
    const places = placesOf(evidence, each).filter((place) => place !== taken);
    const toText = places.map((place) => cosines[0]?.[place + 1] ?? 0);
    const among = places.map((k) => places.map((l) => cosines[k + 1]?.[l + 1] ?? 0));
    return places.length === 0 ? [] : [{ culture: each, toText, among }];
  });
  if (!cultures.some((each) => each.culture === culture)) {
    return { reason: "No informant of the culture answered the question besides the text itself." };
  }
  if (cultures.length < 2) return { reason: "No informant of another culture answered the question." };
  const origins = originProbabilities(cultures, sharpness);
  const own = origins.get(culture) ?? 0;
  const [nearest] = weighed([...origins].filter(([each]) => each !== culture));
  return {
    value: normalisedGain(own, origins.size),
    parts: {
      phi: own,
      cultures: origins.size - 1,
      nearestCulture: nearest?.word ?? null,
      origins: weighed([...origins]),
    },
  };
}

function placesOf({ informants }: PanelEvidence, culture: string): number[] {
  return informants.flatMap((informant, place) => (informant.culture === culture ? [place] : []));
}

/** Largest first, as parts list words. */
function weighed(shares: readonly (readonly [string, number])[]): { word: string; weight: number }[] {
  return shares
    .map(([word, weight]) => ({ word, weight }))
    .sort((a, b) => b.weight - a.weight || byText(a.word, b.word));
}
