import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { type ResolvedFilter, resolveFilter } from "#lib/db/conversation-filter.ts";
import { countSetCells, drawSetSample, meanInformationGain, type SetCell } from "#lib/db/set-samples.ts";
import { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { type Indicator, SetIndicators } from "#lib/schema/set-indicators.ts";
import type { ScoringItem } from "#lib/scoring/estimator.ts";
import { measureSet, type SetMeasures } from "#lib/scoring/set-indicators/measure-set.ts";
import { topicBalance } from "#lib/scoring/set-indicators/topic-balance.ts";
import type { World } from "#lib/world/world.ts";
import { defineProjectRead } from "./define.ts";
import { scoringContext } from "./score-project.ts";
import { readItemsAt } from "./scoring-items.ts";

/** About so many conversations are read of each of set, pool and seeds, shared among the cultures. */
const sampleBudget = 1_000;
/** Of each culture at least so many are read, and no more than so many. */
const fewestPerCulture = 10;
const mostPerCulture = 200;
const mostCultures = 100;

/**
 * What the conversations of a filter are like as a set. Counts are of all of them; what is measured by wording rests on a
 * sample of each culture, which is named. A few passes over the rows that match, and some seconds' work on the texts, done in
 * small portions so that others are served meanwhile.
 */
export const getSetIndicators = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Measure the conversations of a filter as a set",
    Input: z.strictObject({ project: z.string(), ...ConversationFilter.shape }),
    Output: SetIndicators,
  },
  async ({ world, project }, { project: _slug, ...asked }) => {
    const filter = await resolveFilter(world.pool, project.id, asked);
    const [cells, gain, topics] = await Promise.all([
      countSetCells(world.pool, filter),
      meanInformationGain(world.pool, filter),
      world.db.topic.findMany({ where: { projectId: project.id }, select: { id: true, parentId: true } }),
    ]);
    const parents = new Set(topics.map(({ parentId }) => parentId));
    const leaves = topics.map(({ id }) => id).filter((id) => !parents.has(id));
    const byCulture = [...Map.groupBy(cells, ({ culture }) => culture)];
    const sizes = new Map(byCulture.map(([culture, own]) => [culture, sizeOf(own)]));
    const perCulture = Math.min(
      mostPerCulture,
      Math.max(fewestPerCulture, Math.floor(sampleBudget / Math.max(1, byCulture.length))),
    );
    const { measures, sampled, whole } = await measureSamples(world, project.id, filter, perCulture);
    const { cultures } = measures;
    const overall = (of: (culture: string) => Weighed | null, reason: string) => weightedMean([...sizes], of, reason);
    return {
      conversations: sizeOf(cells),
      sample: { conversations: sampled, perCulture, whole },
      coverage: overall((culture) => weigh(cultures.get(culture)?.coverage, cultures.get(culture)?.pool), noWords),
      balance: balanceOf(cells, leaves),
      redundancy: overall((culture) => weigh(cultures.get(culture)?.redundancy, cultures.get(culture)?.texts), noWords),
      diversityGain: overall(
        (culture) => weigh(cultures.get(culture)?.diversityGain, cultures.get(culture)?.seeded),
        noSeeds,
      ),
      distinct1: indicator(measures.distinct1, sampled, noWords),
      distinct2: indicator(measures.distinct2, sampled, "No answer of the set has two words."),
      informativeness: indicator(gain.mean, gain.count, "No panel has judged any of these conversations."),
      cultures: byCulture
        .toSorted(([a, left], [b, right]) => sizeOf(right) - sizeOf(left) || (a < b ? -1 : 1))
        .slice(0, mostCultures)
        .map(([code, own]) => {
          const found = cultures.get(code);
          return {
            code,
            name: own[0]?.name ?? code,
            conversations: sizeOf(own),
            coverage: indicator(found?.coverage ?? null, found?.pool ?? 0, noWords),
            balance: balanceOf(own, leaves),
            redundancy: indicator(found?.redundancy ?? null, found?.texts ?? 0, noWords),
            diversityGain: indicator(found?.diversityGain ?? null, found?.seeded ?? 0, noSeeds),
          };
        }),
      moreCultures: Math.max(0, byCulture.length - mostCultures),
      separability: measures.separability.map(({ language, texts, macroF1, information, silhouette, confusion }) => ({
        language,
        conversations: texts,
        macroF1,
        information,
        silhouette,
        confusion: { labels: [...confusion.labels], counts: confusion.counts.map((row) => [...row]) },
      })),
    };
  },
);

const noWords = "No conversation of the set has an answer with words.";
const noSeeds = "Nothing of these cultures is accepted outside the set.";

async function measureSamples(
  world: World,
  projectId: string,
  filter: ResolvedFilter,
  perCulture: number,
): Promise<{ measures: SetMeasures; sampled: number; whole: boolean }> {
  const draw = (part: "set" | "pool" | "seeds") => drawSetSample(world.pool, filter, part, perCulture);
  const [set, pool, seeds] = await Promise.all([draw("set"), draw("pool"), draw("seeds")]);
  // A rejected conversation of the set is not in the pool; one of both is read once.
  const wanted = [...new Set([...set.ids, ...pool.ids, ...seeds.ids])];
  const client = await world.pool.connect();
  const read = await readItemsAt(
    client,
    projectId,
    wanted.map((id) => ({ id, revision: null })),
  ).finally(() => client.release());
  const items = (ids: readonly string[]): ScoringItem[] => ids.flatMap((id) => read.get(id)?.item ?? []);
  const samples = { set: items(set.ids), pool: items(pool.ids), seeds: items(seeds.ids) };
  const measures = await measureSet(samples, await scoringContext(world, projectId), () => setImmediate());
  return { measures, sampled: set.ids.length, whole: set.whole && pool.whole };
}

function sizeOf(cells: readonly SetCell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

/** Over the topics without topics below them, and those above that conversations of the set are on. */
function balanceOf(cells: readonly SetCell[], leaves: readonly string[]): Indicator {
  const counts = new Map(leaves.map((id) => [id, 0]));
  for (const { topic, count } of cells) if (topic !== null) counts.set(topic, (counts.get(topic) ?? 0) + count);
  const withTopic = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return indicator(topicBalance([...counts.values()]), withTopic, "No conversation of the set has a topic.");
}

interface Weighed {
  value: number;
  of: number;
}

function weigh(value: number | null | undefined, of: number | undefined): Weighed | null {
  return value == null ? null : { value, of: of ?? 0 };
}

/** The mean over cultures by their size in the set: each was sampled alike, whatever its size. */
function weightedMean(
  sizes: readonly [culture: string, size: number][],
  of: (culture: string) => Weighed | null,
  reason: string,
): Indicator {
  let sum = 0;
  let weight = 0;
  let texts = 0;
  for (const [culture, size] of sizes) {
    const found = of(culture);
    if (found === null) continue;
    sum += found.value * size;
    weight += size;
    texts += found.of;
  }
  return indicator(weight === 0 ? null : sum / weight, texts, reason);
}

function indicator(value: number | null, of: number, reason: string): Indicator {
  if (value === null || of === 0) return { computed: false, reason };
  return { computed: true, value: Math.min(1, Math.max(0, value)), of };
}
