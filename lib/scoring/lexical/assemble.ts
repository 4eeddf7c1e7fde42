import type { Interval, Measure } from "../../schema/score.ts";
import type { ScoredItem } from "../estimator.ts";
import { languageName } from "../language-name.ts";
import { percentile } from "../percentile.ts";
import { sumInterval } from "../sum-interval.ts";
import type { Measured } from "./measure.ts";
import { fewestForComparison, fewestForTypicality, groupKey, type LexicalState } from "./state.ts";

const noTopic = "The item has no topic, so typicality counts 0.625 and coverage 0.375.";

/** Puts the parts of one item together: R₀ = 0.5 typ + 0.3 cov + 0.2 top, D₀ = 0.35 lo′ + 0.35 js + 0.30 kp. */
export function assemble(state: LexicalState, measured: Measured): ScoredItem {
  const { id, culture, home, abroad } = measured;
  const spread = state.cultures.get(culture);
  const typical = typicalAndCovered(state, measured);
  return {
    id,
    representativeness: toMeasure(
      representativeness(state, measured),
      representativenessInterval(state, measured),
      spread?.representativeness,
      () => whyNotTypical(state, measured),
    ),
    distinctiveness: toMeasure(
      distinctiveness(measured),
      distinctivenessInterval(measured),
      spread?.distinctiveness,
      () => whyNotDistinct(state, measured),
    ),
    parts: {
      typicality: typical?.typicality ?? null,
      coverage: typical?.coverage ?? null,
      topicNeed: home?.topicNeed ?? null,
      logOdds: abroad?.logOdds ?? null,
      jensenShannon: abroad?.jensenShannon ?? null,
      neighbourPurity: abroad?.neighbourPurity ?? null,
      silhouette: abroad?.silhouette ?? null,
      words: abroad?.words ?? [],
      ...(home !== null && home.topicNeed === null ? { note: noTopic } : {}),
    },
  };
}

/** R₀ in [0,1], or null. Needs the group's spreads. */
export function representativeness(state: LexicalState, measured: Measured): number | null {
  const parts = typicalAndCovered(state, measured);
  if (parts === null) return null;
  const need = measured.home?.topicNeed ?? null;
  const value =
    need === null
      ? 0.625 * parts.typicality + 0.375 * parts.coverage
      : 0.5 * parts.typicality + 0.3 * parts.coverage + 0.2 * need;
  return Math.min(1, value);
}

/** D₀ in [0,1], or null. */
export function distinctiveness({ abroad }: Measured): number | null {
  if (abroad === null) return null;
  return Math.min(1, 0.35 * abroad.logOdds + 0.35 * abroad.jensenShannon + 0.3 * abroad.neighbourPurity);
}

/**
 * Where R₀ would lie had others of the culture's items been in the project, since the nearest similarities depend on who is
 * there. Typicality and coverage err against each other, so it is up to twice as wide as need be. The topic's need is a
 * count and taken as it is.
 */
function representativenessInterval(state: LexicalState, measured: Measured): Interval | null {
  const { home } = measured;
  const group = state.groups.get(groupKey(measured.culture, measured.language));
  const parts = typicalAndCovered(state, measured);
  if (home === null || group === undefined || parts === null) return null;
  const { mean, nearest } = home.margins;
  const typicality = rankInterval(group.typicality, parts.typicality, mean);
  const loss = { low: 1 - nearest.high, high: 1 - nearest.low };
  const coverage = rankInterval(group.coverage, parts.coverage, loss);
  const need = home.topicNeed;
  const [typical, covered] = need === null ? [0.625, 0.375] : [0.5, 0.3];
  return sumInterval([
    { weight: typical, value: parts.typicality, interval: typicality },
    { weight: covered, value: parts.coverage, interval: coverage },
    ...(need === null ? [] : [{ weight: 0.2, value: need, interval: { low: need, high: need } }]),
  ]);
}

/** Where a rank may lie: the ranks of the ends of what is ranked. */
function rankInterval(spread: Float32Array, rank: number, raw: Interval): Interval {
  return {
    low: Math.min(rank, percentile(spread, Math.fround(raw.low))),
    high: Math.max(rank, percentile(spread, Math.fround(raw.high))),
  };
}

/**
 * Where D₀ would lie had the text been written in other words of its kind, and others been its neighbours. All three parts
 * are read off the same words and err together, so what they may be off adds up.
 */
function distinctivenessInterval({ abroad }: Measured): Interval | null {
  if (abroad === null) return null;
  const { logOddsInterval, jensenShannonInterval, neighbourPurityInterval } = abroad;
  const end = (side: keyof Interval) =>
    Math.min(
      1,
      0.35 * logOddsInterval[side] + 0.35 * jensenShannonInterval[side] + 0.3 * neighbourPurityInterval[side],
    );
  return { low: end("low"), high: end("high") };
}

function typicalAndCovered(
  state: LexicalState,
  { culture, language, home }: Measured,
): { typicality: number; coverage: number } | null {
  const group = state.groups.get(groupKey(culture, language));
  if (home === null || group === undefined) return null;
  return {
    typicality: percentile(group.typicality, home.typicality),
    coverage: percentile(group.coverage, home.coverage),
  };
}

function toMeasure(
  value: number | null,
  interval: Interval | null,
  spread: Float32Array | undefined,
  reason: () => string,
): Measure {
  if (value === null) return { computed: false, reason: reason() };
  return {
    computed: true,
    value,
    percentile: percentile(spread ?? new Float32Array(), Math.fround(value)),
    interval,
  };
}

function whyUnread({ answered, wordless }: Measured): string | null {
  return answered ? wordless : "The item has no answer yet.";
}

function whyNotTypical(state: LexicalState, measured: Measured): string {
  const items = state.groups.get(groupKey(measured.culture, measured.language))?.items ?? 0;
  return (
    whyUnread(measured) ??
    `Typicality needs at least ${fewestForTypicality} answered items of the culture in ${languageName(measured.language)}; there are ${items}.`
  );
}

function whyNotDistinct(state: LexicalState, measured: Measured): string {
  const unread = whyUnread(measured);
  if (unread !== null) return unread;
  const name = languageName(measured.language);
  const groups = [...state.groups.values()].filter(({ language }) => language === measured.language);
  const others = groups.filter(({ culture }) => culture !== measured.culture);
  if (others.length === 0)
    return `Only one culture in this project writes in ${name}, so word choice cannot be compared.`;
  const own = groups.find(({ culture }) => culture === measured.culture)?.items ?? 0;
  if (own < fewestForComparison) {
    return `Comparing word choice needs at least ${fewestForComparison} answered items of the culture in ${name}; there are ${own}.`;
  }
  return `No other culture in this project has ${fewestForComparison} answered items in ${name}, so word choice cannot be compared.`;
}
