import { formatCount } from "#components/ui/format-count.ts";
import type { Against, Shortage } from "#lib/schema/agreement.ts";
import type { CalibrationMethod } from "#lib/schema/calibration.ts";
import type { EstimatorName, MeasureName } from "#lib/schema/score.ts";

/** What each estimator measures, and what it does not, in one sentence each. */
export const estimatorSentences: Readonly<Record<EstimatorName, { name: string; says: string; not: string }>> = {
  lexical: {
    name: "Wording",
    says: "How typical a text’s words are of its culture, and how much they set it apart from the others of its language.",
    not: "Representativeness by wording is typicality of wording: not whether an answer is true or common among people.",
  },
  siblings: {
    name: "Siblings",
    says: "How far an answer lies from what other cultures answer to the same question.",
    not: "Not how typical it is at home, and not whether the difference is real or only worded differently.",
  },
  embedding: {
    name: "Embedding",
    says: "How close a text lies to its culture’s others, and how far from other cultures’, as an embedding model reads them, across languages.",
    not: "Not whether it is true or common among people; and a model that knows a language little places its texts badly.",
  },
  panel: {
    name: "Panel",
    says: "How far a panel of language models tells the culture and would say the same.",
    not: "Not what people say: models know some cultures little, and then agree on what is said of them from outside.",
  },
  human: {
    name: "People",
    says: "What those who decided rated: importance in the culture, and how far it sets the culture apart.",
    not: "Not the view of the culture at large: it is that of the few who rated, and only of what they rated.",
  },
};

export const againstWords: Readonly<Record<Against, string>> = {
  decisions: "Accepted or rejected",
  ratings: "Ratings",
};

export const methodWords: Readonly<Record<CalibrationMethod, string>> = {
  isotonic: "isotonic",
  platt: "logistic (Platt)",
};

/** What is missing before something can be said: `not enough to say (12 of 50)`. */
export function shortageWords({ of, have, need }: Shortage): string {
  if (of === "variety") return "nothing to compare: all the same";
  const counted = `${formatCount(have)} of ${formatCount(need)}`;
  return of === "items" ? `not enough to say (${counted})` : `not enough to say (${counted} ${of})`;
}

/** What the page shows, as its address. */
export interface ScoresView {
  estimator: EstimatorName;
  measure: MeasureName;
  against: Against;
  /** A culture's code; null for all together. */
  culture: string | null;
}

/** The address of a view of the page. */
export function scoresHref(project: string, { estimator, measure, against, culture }: ScoresView): string {
  const query = new URLSearchParams({ estimator, measure });
  if (against !== "decisions") query.set("against", against);
  if (culture !== null) query.set("culture", culture);
  return `/projects/${project}/scores?${query}`;
}
