/** How long a page of a search takes: `node bench/search.ts [rows] [folder]`, by how common the word is, under sorts and filters. */
import { writeFileSync } from "node:fs";
import { searchNumbers, searchTsquery } from "#lib/db/search-condition.ts";
import { indexSearch } from "#lib/services/index-search.ts";
import { listConversations } from "#lib/services/list-conversations.ts";
import { searchUnits } from "#lib/text/search-units.ts";
import type { World } from "#lib/world/world.ts";
import { type MadeProject, withMadeProject } from "./made-project.ts";
import { operator } from "./studio.ts";

const [count = "100000", folder, plansFile] = process.argv.slice(2);

const sorts = [
  "added.descending",
  "representativeness.descending",
  "culture.ascending",
  "status.ascending,updated.descending",
];
const filters = [{}, { status: ["pending"] }, { culture: ["jp", "th"] }];
const languages = ["en", "ja", "th", "ar"];
/** Words near these shares of their language's texts are looked up, beside the commonest. */
const shares = { middling: 0.1, uncommon: 0.002 };

interface Asked {
  kind: string;
  search: string;
}

await withMadeProject(Number(count), folder, async (world, project) => {
  await fill(world, project);
  const asked = await chooseSearches(world, project);
  const times = new Map<string, number[]>();
  const note = (kind: string, milliseconds: number) => times.set(kind, [...(times.get(kind) ?? []), milliseconds]);
  // As on a page of the studio, whose counts load the columns.
  const loading = performance.now();
  await world.columns.look(project.id, () => undefined);
  console.log(`Columns loaded in ${((performance.now() - loading) / 1000).toFixed(1)} s`);
  const slow: { milliseconds: number; what: string }[] = [];
  for (const { kind, search } of asked) {
    for (const filter of filters) {
      for (const sort of sorts) {
        const input = { project: project.slug, search, sort, limit: 50, ...filter };
        const started = performance.now();
        const { next } = await listConversations.run(world, operator, input);
        const milliseconds = performance.now() - started;
        note(kind, milliseconds);
        note("all", milliseconds);
        slow.push({ milliseconds: Math.round(milliseconds), what: JSON.stringify({ search, sort, ...filter }) });
        if (next === null) continue;
        const second = performance.now();
        await listConversations.run(world, operator, { ...input, cursor: next });
        note("all, second page", performance.now() - second);
      }
    }
  }
  console.log(`\nPages of 50 under ${sorts.length} sorts × ${filters.length} filters, in ms`);
  console.table([...times].map(([kind, all]) => ({ kind, ...spread(all) })));
  console.table(slow.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 12));
  await measureNumbers(world, project, asked);
  await measureReference(world, project, asked);
  if (plansFile) await writePlans(world, project, asked, plansFile);
});

async function fill(world: World, { id, rows }: MadeProject): Promise<void> {
  const started = performance.now();
  await indexSearch(world, id);
  const seconds = (performance.now() - started) / 1000;
  await world.pool.query("ANALYZE conversation_search");
  const sizes = await world.pool.query(
    `SELECT count(*)::int AS rows, pg_size_pretty(pg_relation_size('conversation_search')) AS table,
       pg_size_pretty(pg_relation_size('conversation_search_terms_idx')) AS index, pg_size_pretty(pg_total_relation_size('conversation_search')) AS total FROM conversation_search`,
  );
  console.log(
    `Index looked over or filled in ${seconds.toFixed(0)} s (${Math.round(rows / seconds)} rows/s if filled)`,
    sizes.rows[0],
  );
}

/** Words by how common they are in their own language, a phrase, an exclusion, a start, and one row's id. */
async function chooseSearches(world: World, { id }: MadeProject): Promise<Asked[]> {
  const asked: Asked[] = [];
  for (const language of languages) {
    const { rows } = await world.pool.query<{ text: string }>(
      `SELECT string_agg(turn->>'content', E'\\n') AS text FROM (
         SELECT id FROM conversation WHERE project_id = $1 AND language = $2 AND number % 17 = 3 LIMIT 4000
       ) drawn JOIN revision ON revision.conversation_id = drawn.id AND revision.number = 1, json_array_elements(revision.turns) turn GROUP BY drawn.id`,
      [id, language],
    );
    const found = new Map<string, number>();
    for (const { text } of rows) for (const word of new Set(wordsOf(text))) found.set(word, (found.get(word) ?? 0) + 1);
    const byCount = [...found].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const near = (share: number) =>
      byCount.toSorted((a, b) => Math.abs(a[1] - share * rows.length) - Math.abs(b[1] - share * rows.length))[0]?.[0];
    const common = byCount[0]?.[0] ?? "the";
    asked.push({ kind: "common", search: common });
    for (const [kind, share] of Object.entries(shares)) asked.push({ kind, search: near(share) ?? common });
    asked.push({ kind: "exclusion", search: `${common} -${near(shares.middling)}` });
    const sentence = rows[0]?.text.split(/[\n.?。？؟।]/u).find((part) => searchUnits(part).length >= 4) ?? common;
    const [, second, third, fourth] = searchUnits(sentence);
    if (second && third && fourth)
      asked.push(
        { kind: "phrase", search: `"${sentence.slice(second.start, third.end)}"` },
        { kind: "phrase", search: `"${sentence.slice(second.start, fourth.end)}"` },
      );
  }
  asked.push(
    { kind: "start", search: "te*" },
    { kind: "start", search: "bre*" },
    { kind: "exclusion", search: "-the" },
  );
  asked.push({ kind: "one row", search: "row-77777" }, { kind: "none", search: "zqxv" });
  return asked;
}

/** Words, and pairs of characters where there are no words. */
function wordsOf(text: string): string[] {
  const units = searchUnits(text);
  return units.flatMap((unit, index) => {
    if (!unit.isCharacter) return [unit.loose];
    const next = units[index + 1];
    return next?.isCharacter && next.isGlued ? [unit.loose + next.loose] : [];
  });
}

async function measureNumbers(world: World, { id }: MadeProject, asked: readonly Asked[]): Promise<void> {
  const rows = [];
  for (const kind of ["common", "middling", "uncommon", "phrase", "exclusion"]) {
    for (const { search } of asked.filter((one) => one.kind === kind).slice(0, 2)) {
      const times: number[] = [];
      let found = 0;
      for (let turn = 0; turn < 3; turn++) {
        const started = performance.now();
        found = (await searchNumbers(world.pool, id, searchTsquery(id, search))).length;
        times.push(performance.now() - started);
      }
      rows.push({ kind, search, found, milliseconds: Math.round(Math.min(...times)) });
    }
  }
  console.log("\nListing the numbers of all matches, as counting beside filters needs them");
  console.table(rows);
}

/** The same pages by looking into every text. */
async function measureReference(world: World, { id }: MadeProject, asked: readonly Asked[]): Promise<void> {
  const rows = [];
  for (const kind of ["common", "middling", "uncommon", "none"]) {
    const search = asked.find((one) => one.kind === kind)?.search ?? "";
    const started = performance.now();
    const { rowCount } = await world.pool.query(
      `SELECT conversation.id FROM conversation JOIN revision ON revision.conversation_id = conversation.id AND revision.number = conversation.head_revision
       WHERE conversation.project_id = $1 AND revision.turns::text ILIKE '%' || $2 || '%' ORDER BY conversation.id DESC LIMIT 51`,
      [id, search],
    );
    rows.push({ kind, search, rows: rowCount, milliseconds: Math.round(performance.now() - started) });
  }
  console.log("\nReference: ILIKE over the same rows, newest first");
  console.table(rows);
}

async function writePlans(world: World, { id }: MadeProject, asked: readonly Asked[], file: string): Promise<void> {
  const word = searchTsquery(id, asked[0]?.search) ?? "";
  const explain = async (query: string, values: unknown[]) => {
    const { rows } = await world.pool.query<Record<string, string>>(`EXPLAIN (ANALYZE, BUFFERS) ${query}`, values);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  };
  writeFileSync(
    file,
    [
      await explain(
        `SELECT id FROM (SELECT * FROM conversation WHERE project_id = $1 AND representativeness IS NOT NULL ORDER BY representativeness DESC, id DESC LIMIT 2000) conversation
         WHERE (SELECT terms @@ $2::tsquery FROM conversation_search WHERE conversation_search.conversation_id = conversation.id) ORDER BY representativeness DESC, id DESC LIMIT 51`,
        [id, word],
      ),
      await explain(
        "SELECT string_agg(int4send(number), ''::bytea) FROM conversation_search WHERE project_id = $1 AND terms @@ $2::tsquery",
        [id, word],
      ),
    ].join("\n\n"),
  );
}

function spread(all: readonly number[]) {
  const inOrder = all.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Number((inOrder[Math.min(inOrder.length - 1, Math.floor(share * inOrder.length))] ?? 0).toFixed(1));
  return { pages: all.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}
