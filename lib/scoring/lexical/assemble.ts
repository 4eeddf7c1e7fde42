import type { Interval } from "../../schema/score.ts";
import type { ScoredItem } from "../estimator.ts";
import { languageName } from "../language-name.ts";
import { type PoolStanding, poolStanding, withoutTopic } from "../pool-standing.ts";
import { toMeasure } from "../to-measure.ts";
import type { Measured } from "./measure.ts";
import { fewestForComparison, fewestForTypicality, groupKey, type LexicalState } from "./state.ts";

/** Puts the parts of one item together: R₀ = 0.5 typ + 0.3 cov + 0.2 top, D₀ = 0.35 lo′ + 0.35 js + 0.30 kp. */
export function assemble(state: LexicalState, measured: Measured): ScoredItem {
  const { id, culture, home, abroad } = measured;
  const spread = state.cultures.get(culture);
  const standing = standingOf(state, measured);
  return {
    id,
    representativeness: toMeasure(standing?.value ?? null, standing?.interval ?? null, spread?.representativeness, () =>
      whyNotTypical(state, measured),
    ),
    distinctiveness: toMeasure(
      distinctiveness(measured),
      distinctivenessInterval(measured),
      spread?.distinctiveness,
      () => whyNotDistinct(state, measured),
    ),
    parts: {
      typicality: standing?.typicality ?? null,
      coverage: standing?.coverage ?? null,
      topicNeed: home?.topicNeed ?? null,
      logOdds: abroad?.logOdds ?? null,
      jensenShannon: abroad?.jensenShannon ?? null,
      neighbourPurity: abroad?.neighbourPurity ?? null,
      silhouette: abroad?.silhouette ?? null,
      words: abroad?.words ?? [],
      ...(home !== null && home.topicNeed === null ? { note: withoutTopic } : {}),
    },
  };
}

/** R₀ in [0,1], or null. Needs the group's spreads. */
export function representativeness(state: LexicalState, measured: Measured): number | null {
  return standingOf(state, measured)?.value ?? null;
}

/** D₀ in [0,1], or null. */
export function distinctiveness({ abroad }: Measured): number | null {
  if (abroad === null) return null;
  return Math.min(1, 0.35 * abroad.logOdds + 0.35 * abroad.jensenShannon + 0.3 * abroad.neighbourPurity);
}

function standingOf(state: LexicalState, { culture, language, home }: Measured): PoolStanding | null {
  return poolStanding(state.groups.get(groupKey(culture, language)), home);
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
