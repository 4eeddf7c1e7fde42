import { z } from "zod";
import { countCoverage } from "#lib/curation/columns/count-coverage.ts";
import { Coverage } from "#lib/schema/coverage.ts";
import { defineProjectRead } from "./define.ts";

/** A grid that is larger than this says nothing at a glance. */
const most = 40;

/**
 * How many conversations each culture has on each topic, as of now; what was rejected does not count. Counted in memory in
 * one pass over the project's columns.
 */
export const getCoverage = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Count conversations by culture and topic",
    Input: z.strictObject({ project: z.string() }),
    Output: Coverage,
  },
  async ({ world, project }) => {
    const [tree, allCultures, counted] = await Promise.all([
      world.db.topic.findMany({
        where: { projectId: project.id },
        select: { id: true, key: true, name: true, parentId: true },
        orderBy: [{ position: "asc" }, { id: "asc" }],
      }),
      world.db.culture.findMany({
        where: { projectId: project.id },
        select: { id: true, code: true, name: true, endonym: true, languages: true },
      }),
      world.columns.look(project.id, countCoverage),
    ]);
    const byTopic = new Map<string | null, number>();
    for (const row of counted.values())
      for (const [topic, count] of row) byTopic.set(topic, (byTopic.get(topic) ?? 0) + count);
    const usedTopics = largest(
      tree.filter(({ id }) => byTopic.has(id)),
      ({ id }) => byTopic.get(id) ?? 0,
    );
    const usedCultures = largest(
      allCultures.filter(({ id }) => counted.has(id)),
      ({ id }) => sum(counted.get(id)?.values() ?? []),
    );
    const kept = new Set(usedTopics.slice(0, most));
    const topics = inTreeOrder(tree).filter((topic) => kept.has(topic));
    const childrenOf = (parent: string) => tree.filter(({ parentId }) => parentId === parent);
    return {
      topics: topics.map(({ id, key, name, parentId }) => ({
        key,
        name,
        layer: tree.find((each) => each.id === parentId)?.name ?? null,
        below: childrenOf(id).map((child) => child.key),
      })),
      cultures: usedCultures.slice(0, most).map(({ id, code, name, endonym, languages }) => ({
        code,
        name,
        endonym,
        language: languages[0] ?? "und",
        counts: topics.map((topic) => counted.get(id)?.get(topic.id) ?? 0),
      })),
      moreTopics: Math.max(0, usedTopics.length - most),
      moreCultures: Math.max(0, usedCultures.length - most),
      unusedTopics: tree.filter(({ id }) => !byTopic.has(id) && childrenOf(id).length === 0).map(({ name }) => name),
      withoutTopic: byTopic.get(null) ?? 0,
    };
  },
);

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((total, count) => total + count, 0);
}

function largest<Entry extends { name: string }>(entries: readonly Entry[], count: (entry: Entry) => number): Entry[] {
  return [...entries].sort((a, b) => count(b) - count(a) || a.name.localeCompare(b.name));
}

/** Each layer, then its topics. */
function inTreeOrder<Entry extends { id: string; parentId: string | null }>(tree: readonly Entry[]): Entry[] {
  return tree
    .filter(({ parentId }) => parentId === null)
    .flatMap((layer) => [layer, ...tree.filter(({ parentId }) => parentId === layer.id)]);
}
