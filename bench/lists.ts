/**
 * Pages of a list through the service: every sort either way × every kind of filter × the first page and deep ones, and pairs
 * of sorts. The reference is the plainest read there is, of the same number of rows along the primary key, in the same run.
 * Run: node bench/lists.ts [rows] [folder to keep the project in] [--plans FILE]
 */
import { writeFile } from "node:fs/promises";
import type { Pool } from "pg";
import { encodeCursor } from "#lib/db/conversation-cursor.ts";
import { resolveFilter, whereFilter } from "#lib/db/conversation-filter.ts";
import { placeOf, type SortedRecord } from "#lib/db/conversation-order.ts";
import { sql } from "#lib/db/sql.ts";
import { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { ConversationSort, SortDirection, SortKey } from "#lib/schema/conversation-sort.ts";
import { listConversations } from "#lib/services/list-conversations.ts";
import type { World } from "#lib/world/world.ts";
import { type MadeProject, withMadeProject } from "./made-project.ts";
import { operator } from "./studio.ts";

const plansAt = process.argv.indexOf("--plans");
const plansFile = plansAt < 0 ? undefined : process.argv[plansAt + 1];
const [rows = "100000", folder] = process.argv.slice(2, plansAt < 0 ? undefined : plansAt);
const limit = 50;
const repeats = 2;
/** Places in the list from which a page is read besides its beginning: rows that the filter lets through, anywhere in it. */
const deepPlaces = 2;

interface Measured {
  sort: string;
  filter: string;
  page: string;
  milliseconds: number;
  /** Least of the repeats: what the query costs when nothing else disturbs it. */
  best: number;
}

const singles = SortKey.options.flatMap((by) => SortDirection.options.map((direction) => `${by}.${direction}`));
const pairs = SortKey.options.flatMap((first) =>
  SortKey.options
    .filter((second) => second !== first && first !== "added")
    .flatMap((second) => [`${first}.descending,${second}.ascending`, `${first}.ascending,${second}.ascending`]),
);

async function filtersOf(world: World, { id, reviewers }: MadeProject): Promise<Record<string, string>> {
  const imports = await world.db.import.findMany({
    where: { projectId: id },
    orderBy: { fileName: "asc" },
    select: { id: true },
  });
  const [first, last] = [imports[0]?.id ?? "", imports.at(-1)?.id ?? ""];
  const [busiest = "", , , , idlest = ""] = reviewers;
  return {
    none: "",
    pending: "status=pending",
    rejected: "status=rejected",
    "not pending": "status=-pending",
    "a big culture": "culture=us",
    "a small culture": "culture=sa",
    "three cultures": "culture=jp,sa,vn",
    "not the biggest cultures": "culture=-us,-jp",
    "a topic": "topic=food",
    "a layer": "topic=social-norms",
    "a common tag": "tag=value-belonging",
    "a rare tag": "tag=tourist-view",
    "not a tag": "tag=-value",
    English: "language=en",
    Thai: "language=th",
    "not English": "language=-en",
    imported: "method=import",
    "a rare method": "method=translate",
    "the first import": `import=${first}`,
    "the last import": `import=${last}`,
    "the busiest reviewer": `reviewer=${busiest}`,
    "the idlest reviewer": `reviewer=${idlest}`,
    "decided by nobody": "reviewer=nobody",
    "an assignee": `assignee=${busiest}`,
    "assigned to nobody": "assignee=nobody",
    scored: "scored=representativeness",
    "not scored": "scored=-representativeness",
    "high representativeness": "representativenessFrom=0.8",
    "a narrow range": "representativenessFrom=0.5&representativenessTo=0.505",
    "low distinctiveness": "distinctivenessTo=0.1",
    flagged: "flagged=true",
    edited: "edited=true",
    "left by a bulk act": "leftBy=00000000-0000-4000-8000-0000000000b1",
    "culture, status and language": "culture=jp&status=pending&language=ja",
    "what cannot be": "culture=us&language=th",
    "rejected of a small culture": "culture=sa&status=rejected",
    "high scores, decided": "status=accepted,rejected&representativenessFrom=0.7&distinctivenessFrom=0.5",
  };
}

/** Gives the project a bulk act that left a thousand rows alone. */
async function addBulkAct(world: World, project: MadeProject): Promise<void> {
  const bulk = "00000000-0000-4000-8000-0000000000b1";
  await world.pool.query(
    `INSERT INTO bulk_act (id, project_id, actor_kind, act, effect, state, total) VALUES ($1, $2, 'operator', '{}', '{}', 'done', 10000) ON CONFLICT DO NOTHING`,
    [bulk, project.id],
  );
  await world.pool.query(
    `INSERT INTO bulk_item (bulk_id, conversation_id, version, outcome)
     SELECT $1, id, 1, CASE WHEN number % 10 = 0 THEN 'changed' ELSE 'done' END FROM conversation WHERE project_id = $2 ORDER BY id LIMIT 10000 ON CONFLICT DO NOTHING`,
    [bulk, project.id],
  );
}

/** Rows that a filter lets through, from anywhere in the project. */
async function placesIn(world: World, project: MadeProject, filter: ConversationFilter): Promise<SortedRecord[]> {
  const where = whereFilter(await resolveFilter(world.pool, project.id, filter));
  const places: SortedRecord[] = [];
  for (let place = 0; place < deepPlaces; place++) {
    const skip = Math.floor(((place + 1) / (deepPlaces + 1)) * Math.min(project.rows, 20_000));
    const { rows } = await world.pool.query<SortedRecord>(
      sql`SELECT * FROM (SELECT * FROM conversation WHERE ${where} LIMIT ${skip}) found ORDER BY md5(id::text) LIMIT 1`.toQuery(),
    );
    places.push(...rows);
  }
  return places;
}

async function measureOne(run: () => Promise<unknown>): Promise<{ milliseconds: number[] }> {
  const milliseconds: number[] = [];
  for (let repeat = 0; repeat <= repeats; repeat++) {
    const started = performance.now();
    await run();
    // The first one warms up.
    if (repeat > 0) milliseconds.push(performance.now() - started);
  }
  return { milliseconds };
}

function parseFilter(query: string): ConversationFilter {
  return ConversationFilter.parse(Object.fromEntries(new URLSearchParams(query)));
}

const measured: Measured[] = [];
const plans: string[] = [];

/** Keeps the queries that a page is put together from, with what it was asked. */
function recording(world: World, queries: { text: string; values: unknown[] }[]): World {
  const pool = new Proxy(world.pool, {
    get(target: Pool, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== "query" || typeof value !== "function") return value;
      return (query: unknown, values: unknown) => {
        if (typeof query === "object" && query !== null && "text" in query && "values" in query)
          queries.push(query as { text: string; values: unknown[] }); // made by Sql.toQuery
        return Reflect.apply(value, target, values === undefined ? [query] : [query, values]);
      };
    },
  });
  return { ...world, pool };
}

async function explain(world: World, label: string, input: object): Promise<void> {
  const queries: { text: string; values: unknown[] }[] = [];
  await listConversations.run(recording(world, queries), operator, input);
  plans.push(`## ${label}: ${queries.length} ${queries.length === 1 ? "query" : "queries"}`);
  const explained = queries.filter(({ text }) => !text.startsWith("EXPLAIN"));
  for (const { text, values } of explained.slice(0, 3)) {
    const { rows } = await world.pool.query<{ "QUERY PLAN": string }>(`EXPLAIN (ANALYZE, BUFFERS) ${text}`, values);
    plans.push(rows.map((row) => row["QUERY PLAN"]).join("\n"), "");
  }
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

function report(title: string, by: (row: Measured) => string, of: readonly Measured[]): void {
  const groups = Map.groupBy(of, by);
  console.log(title);
  console.table(
    Object.fromEntries(
      [...groups].map(([name, rows]) => {
        const times = rows.map((row) => row.milliseconds);
        return [
          name,
          {
            pages: times.length,
            "p50 ms": quantile(times, 0.5).toFixed(1),
            "p95 ms": quantile(times, 0.95).toFixed(1),
            "max ms": Math.max(...times).toFixed(1),
          },
        ];
      }),
    ),
  );
}

await withMadeProject(Number(rows), folder, async (world, project) => {
  await addBulkAct(world, project);
  await world.pool.query("ANALYZE bulk_item");
  const started = performance.now();
  await world.columns.look(project.id, () => undefined);
  console.log(`The project was in memory after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const plain = await measureOne(() =>
    world.pool.query("SELECT * FROM conversation WHERE id > $1 ORDER BY id LIMIT 50", [
      "01900000-0000-7000-8000-000000000000",
    ]),
  );
  const filters = await filtersOf(world, project);
  const paired = ["none", "pending", "a small culture", "a topic", "a rare tag", "an assignee", "edited"];
  for (const [filter, query] of Object.entries(filters)) {
    const parsed = parseFilter(query);
    const places = await placesIn(world, project, parsed);
    for (const text of paired.includes(filter) ? [...singles, ...pairs] : singles) {
      const sort = ConversationSort.parse(text);
      const cursors = [undefined, ...places.map((place) => encodeCursor(sort, placeOf(sort, place)))];
      for (const [index, cursor] of cursors.entries()) {
        const input = {
          project: project.slug,
          ...parsed,
          sort: text,
          limit,
          ...(cursor === undefined ? {} : { cursor }),
        };
        const page = index === 0 ? "first" : "deep";
        const { milliseconds } = await measureOne(() => listConversations.run(world, operator, input));
        const best = Math.min(...milliseconds);
        for (const one of milliseconds) measured.push({ sort: text, filter, page, milliseconds: one, best });
        if (plansFile !== undefined)
          await explain(world, `${filter} · ${text} · ${page} · ${best.toFixed(1)} ms`, input);
      }
    }
  }
  const isPair = (row: Measured) => row.sort.includes(",");
  report(
    "By sort",
    (row) => `${row.sort}, ${row.page}`,
    measured.filter((row) => !isPair(row)),
  );
  report("By pair of sorts", (row) => row.sort, measured.filter(isPair));
  report("By filter", (row) => row.filter, measured);
  report("All", (row) => `${isPair(row) ? "pairs" : "single sorts"}, ${row.page} pages`, measured);
  report("All", () => "every page", measured);
  console.log("The slowest, each by its best run");
  console.table(
    [...Map.groupBy(measured, (row) => `${row.filter} · ${row.sort} · ${row.page}`)]
      .map(([page, [row]]) => ({ page, "best ms": row?.best ?? 0 }))
      .sort((a, b) => b["best ms"] - a["best ms"])
      .slice(0, 40)
      .map((row) => ({ ...row, "best ms": row["best ms"].toFixed(1) })),
  );
  console.log(`${limit} rows along the primary key: ${quantile(plain.milliseconds, 0.5).toFixed(1)} ms`);
});
if (plansFile !== undefined) await writeFile(plansFile, plans.join("\n"));
