import { z } from "zod";
import { type CellCounts, countCoverage } from "#lib/curation/columns/count-coverage.ts";
import { Coverage } from "#lib/schema/coverage.ts";
import { defineProjectRead } from "./define.ts";

/** A grid that is larger than this says nothing at a glance. */
const most = 40;

/**
 * How many conversations each culture has on each topic, as of now, and how many each cell should have. Counted in memory in one
 * pass over the project's columns.
 */
export const getCoverage = defineProjectRead(
  {
    action: "conversation.list",
    summary: "Count conversations by culture and topic",
    Input: z.strictObject({ project: z.string() }),
    Output: Coverage,
  },
  async ({ world, project }) => {
    const [{ cellTarget }, tree, allCultures, counted] = await Promise.all([
      world.db.project.findUniqueOrThrow({ where: { id: project.id }, select: { cellTarget: true } }),
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
      for (const [topic, cell] of row) if (kept(cell) > 0) byTopic.set(topic, (byTopic.get(topic) ?? 0) + kept(cell));
    const usedTopics = largest(
      tree.filter(({ id }) => byTopic.has(id)),
      ({ id }) => byTopic.get(id) ?? 0,
    );
    const usedCultures = largest(
      allCultures.filter(({ id }) => keptBy(counted.get(id)) > 0),
      ({ id }) => keptBy(counted.get(id)),
    );
    const shown = new Set(usedTopics.slice(0, most));
    const topics = inTreeOrder(tree).filter((topic) => shown.has(topic));
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
        counts: topics.map((topic) => kept(counted.get(id)?.get(topic.id))),
        accepted: topics.map((topic) => counted.get(id)?.get(topic.id)?.accepted ?? 0),
        rejected: topics.map((topic) => counted.get(id)?.get(topic.id)?.rejected ?? 0),
      })),
      target: cellTarget,
      moreTopics: Math.max(0, usedTopics.length - most),
      moreCultures: Math.max(0, usedCultures.length - most),
      unusedTopics: tree.filter(({ id }) => !byTopic.has(id) && childrenOf(id).length === 0).map(({ name }) => name),
      withoutTopic: byTopic.get(null) ?? 0,
    };
  },
);

/** What nobody rejected. */
function kept(cell: CellCounts | undefined): number {
  return cell === undefined ? 0 : cell.pending + cell.accepted;
}

function keptBy(row: ReadonlyMap<string | null, CellCounts> | undefined): number {
  return [...(row?.values() ?? [])].reduce((total, cell) => total + kept(cell), 0);
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
