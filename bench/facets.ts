/**
 * How long the counts beside the filters take: `node --expose-gc bench/facets.ts [rows] [folder]`. A folder keeps the
 * made-up project for the next run.
 */
import { openProjectColumns } from "#lib/db/columns/project-columns.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { countLeft } from "#lib/services/count-left.ts";
import { getFacets } from "#lib/services/get-facets.ts";
import type { World } from "#lib/world/world.ts";
import { type MadeProject, withMadeProject } from "./made-project.ts";
import { operator } from "./studio.ts";

const rounds = 40;
const rows = Number(process.argv[2] ?? 100_000);

await withMadeProject(rows, process.argv[3], async (world, project) => {
  console.log(`${rows} conversations`);
  console.table(await measureLoad(world, project));
  const table: Record<string, Timing> = {};
  for (const [name, filter] of Object.entries(await filtersOf(world, project)))
    table[name] = await timed(() => getFacets.run(world, operator, { project: project.slug, ...filter }));
  const left = { projectId: project.id, userId: project.reviewers[0] ?? "", filter: {} };
  table["what is left to claim"] = await timed(() => countLeft(world, left));
  table["reference: SELECT status, count(*) GROUP BY 1"] = await timed(() =>
    world.pool.query("SELECT status, count(*) FROM conversation WHERE project_id = $1 GROUP BY 1", [project.id]),
  );
  console.table(table);
  console.table(await measureRefresh(world, project));
});

interface Timing {
  "p50 ms": number;
  "p95 ms": number;
  "max ms": number;
  /** Processor time of this process, the median: what others on the machine do not change. */
  "own CPU p50 ms": number;
}

async function timed(work: () => Promise<unknown>): Promise<Timing> {
  const times: number[] = [];
  const own: number[] = [];
  for (let round = 0; round < rounds + 3; round++) {
    const before = process.cpuUsage();
    const started = performance.now();
    await work();
    if (round < 3) continue;
    times.push(performance.now() - started);
    const { user, system } = process.cpuUsage(before);
    own.push((user + system) / 1000);
  }
  const at = (values: number[], share: number) =>
    Number((values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? Number.NaN).toFixed(1));
  return {
    "p50 ms": at(times, 0.5),
    "p95 ms": at(times, 0.95),
    "max ms": at(times, 1),
    "own CPU p50 ms": at(own, 0.5),
  };
}

async function once(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return Math.round(performance.now() - started);
}

/** What a first look costs, how long it holds up other work at most, and what stays in memory. */
async function measureLoad(world: World, project: MadeProject) {
  const figures: Record<string, string | number>[] = [];
  for (let round = 0; round < 3; round++) {
    const columns = openProjectColumns(world.pool);
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    let bytes = 0;
    const before = process.cpuUsage();
    const load = await once(() =>
      columns.look(project.id, (own) => {
        bytes = own.bytes;
      }),
    );
    clearInterval(watch);
    const { user, system } = process.cpuUsage(before);
    figures.push({
      "cold load ms": load,
      "own CPU ms": Math.round((user + system) / 1000),
      "longest pause of the process ms": Math.round(longest),
      MiB: Number((bytes / 1024 / 1024).toFixed(1)),
      "bytes a row": Number((bytes / rows).toFixed(1)),
    });
  }
  return figures;
}

async function filtersOf(world: World, project: MadeProject): Promise<Record<string, ConversationFilter>> {
  const [tag, topic, file] = await Promise.all([
    world.pool.query<{ key: string }>(
      "SELECT tag.key FROM conversation_tag JOIN tag ON tag.id = tag_id WHERE tag.project_id = $1 LIMIT 1",
      [project.id],
    ),
    world.db.topic.findFirstOrThrow({ where: { projectId: project.id, parentId: null } }),
    world.db.import.findFirstOrThrow({ where: { projectId: project.id } }),
  ]);
  const tagKey = tag.rows[0]?.key ?? "";
  return {
    "no filter": {},
    status: { status: ["pending"] },
    culture: { culture: ["jp", "ke"] },
    "all but a culture": { culture: ["-us"] },
    "layer of topics": { topic: [topic.key] },
    tag: { tag: [tagKey] },
    language: { language: ["en"] },
    method: { method: ["import"] },
    import: { import: [file.id] },
    reviewer: { reviewer: [project.reviewers[0] ?? "nobody"] },
    assignee: { assignee: ["nobody"] },
    scored: { scored: ["distinctiveness"] },
    "a range": { representativenessFrom: 0.5, representativenessTo: 0.8 },
    flagged: { flagged: true },
    edited: { edited: false },
    several: {
      status: ["pending"],
      culture: ["us", "jp"],
      language: ["-ja"],
      representativenessFrom: 0.3,
      flagged: false,
    },
    "nothing matches": {
      status: ["accepted"],
      culture: ["sa"],
      flagged: true,
      edited: true,
      representativenessFrom: 0.99,
    },
  };
}

/** Counting after so many rows were written: what was written is read first. */
async function measureRefresh(world: World, project: MadeProject) {
  const table: Record<string, { "first count ms": number; "next count ms": number }> = {};
  for (const changed of [1, 1_000, 100_000]) {
    if (changed > rows) continue;
    await world.pool.query(
      "UPDATE conversation SET flagged = NOT flagged WHERE id IN (SELECT id FROM conversation WHERE project_id = $1 ORDER BY id LIMIT $2)",
      [project.id, changed],
    );
    const count = () => once(() => getFacets.run(world, operator, { project: project.slug }));
    table[`${changed} rows written`] = { "first count ms": await count(), "next count ms": await count() };
  }
  return table;
}
