import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import { ConversationSort, SortDirection, SortKey } from "#lib/schema/conversation-sort.ts";
import { openTestWorld, type TestWorld } from "#lib/services/testing/test-world.ts";
import { searchTerms } from "#lib/text/search-terms.ts";
import { decodeCursor } from "./conversation-cursor.ts";
import { resolveFilter } from "./conversation-filter.ts";
import { listConversationRows, type PageBounds, usualBounds } from "./conversation-rows.ts";
import { rankFound } from "./search-ranked.ts";

/** A row as the test knows it, to be sorted here without a database. */
interface Known {
  id: string;
  culture: string;
  cultureName: string;
  status: string;
  topic: string | null;
  language: string;
  method: string | null;
  import: string | null;
  reviewer: string | null;
  assignee: string | null;
  tags: string[];
  flagged: boolean;
  edited: boolean;
  representativeness: number | null;
  distinctiveness: number | null;
  updatedAt: string;
  words: string[];
  /** The words, one after the other. */
  text: string;
}

const cultures = ["jp", "us", "eg", "in"];
const statuses = ["pending", "accepted", "rejected"];
const topics = ["food", "clothing", "security"];
const layers: Record<string, string> = {
  food: "traditions-and-customs",
  clothing: "traditions-and-customs",
  security: "human-values",
};
const tags = ["value-belonging", "value-dignity", "norm-taboo"];
const words = ["tea", "milk", "cup"];
const people = ["00000000-0000-4000-8000-0000000000a1", "00000000-0000-4000-8000-0000000000a2"];
const files = ["00000000-0000-4000-8000-0000000000f1", "00000000-0000-4000-8000-0000000000f2"];
const bulk = "00000000-0000-4000-8000-0000000000b1";

let world: TestWorld;
let projectId: string;
let known: Known[];
let left: Set<string>;

/** Few values for each column, so that ties are everywhere; the choices of row `n` follow from it alone. */
beforeAll(async () => {
  world = await openTestWorld();
  projectId = await world.addProject("lists");
  const otherId = await world.addProject("others");
  const cultureRows = await world.db.culture.findMany({ where: { projectId, code: { in: cultures } } });
  const nameOf = new Map(cultureRows.map(({ code, name }) => [code, name]));
  const one = <Item>(items: readonly Item[], n: number) => items[n % items.length] as Item; // never empty
  const orNull = <Item>(item: Item, n: number) => (n % 3 === 0 ? null : item);
  known = Array.from({ length: 48 }, (_, n): Known => {
    const mixed = (n * 2_654_435_761) >>> 8;
    const own = words.filter((_word, place) => (mixed >> (4 + 3 * place)) % 3 > place - 1);
    return {
      id: `01900000-0000-7000-8000-${(n * 7919).toString(16).padStart(12, "0")}`,
      culture: one(cultures, mixed),
      cultureName: nameOf.get(one(cultures, mixed)) ?? "",
      status: one(statuses, mixed >> 3),
      topic: orNull(one(topics, mixed >> 2), mixed >> 4),
      language: one(["en", "ja"], mixed >> 5),
      method: orNull(one(["rewrite", "translate"], mixed >> 6), mixed >> 7),
      import: orNull(one(files, mixed >> 4), mixed >> 9),
      reviewer: orNull(one(people, mixed >> 8), mixed >> 2),
      assignee: orNull(one(people, mixed >> 3), mixed >> 6),
      tags: tags.filter((_tag, place) => ((mixed >> 10) >> place) % 2 === 1),
      flagged: (mixed >> 11) % 4 === 0,
      edited: (mixed >> 12) % 4 === 0,
      representativeness: orNull(one([0, 0.25, 0.5, 1], mixed >> 1), mixed >> 5),
      distinctiveness: orNull(one([0.1, 0.2], mixed >> 13), mixed >> 3),
      updatedAt: one(["2026-05-01T10:00:00.000Z", "2026-05-01T10:00:00.001Z", "2026-06-01T00:00:00.500Z"], mixed >> 2),
      words: own,
      // All pairs of neighbours are there, but never all three in a row.
      text: own.length === 3 && n % 2 === 0 ? "milk cup tea milk" : own.join(" "),
    };
  });
  await fill(projectId, known);
  // What another project holds never shows.
  await fill(
    otherId,
    known.slice(0, 6).map((row) => ({ ...row, id: row.id.replace("8000", "9000"), import: null })),
  );
  left = new Set(known.filter((_row, n) => n % 5 === 0).map(({ id }) => id));
  await world.pool.query(
    `INSERT INTO bulk_act (id, project_id, actor_kind, act, effect, state, total) VALUES ($1, $2, 'operator', '{}', '{}', 'done', 0)`,
    [bulk, projectId],
  );
  await world.pool.query(
    "INSERT INTO bulk_item (bulk_id, conversation_id, version, outcome) SELECT $1, id, 1, CASE WHEN id = ANY($2::uuid[]) THEN 'changed' ELSE 'done' END FROM conversation",
    [bulk, [...left]],
  );
}, 60_000);

afterAll(() => world.end());

async function fill(project: string, rows: readonly Known[]) {
  await world.pool.query(
    `INSERT INTO conversation (id, project_id, culture_id, topic_id, language, method, import_id, question, content_hash, status, flagged, edited, decided_by, assignee_id, representativeness, distinctiveness, updated_at)
     SELECT row.id, $1, culture.id, topic.id, row.language, row.method, row.import, 'Q', gen_random_uuid(), row.status, row.flagged, row.edited, row.reviewer, row.assignee, row.representativeness, row.distinctiveness, row."updatedAt"
     FROM json_to_recordset($2::json) AS row (id uuid, culture text, topic text, language text, method text, import uuid, status text, flagged bool, edited bool, reviewer uuid, assignee uuid, representativeness float8, distinctiveness float8, "updatedAt" timestamptz)
     JOIN culture ON culture.project_id = $1 AND culture.code = row.culture LEFT JOIN topic ON topic.project_id = $1 AND topic.key = row.topic`,
    [project, JSON.stringify(rows)],
  );
  await world.pool.query(
    `INSERT INTO conversation_tag (conversation_id, tag_id)
     SELECT row.id, tag.id FROM json_to_recordset($2::json) AS row (id uuid, tags text[]) JOIN tag ON tag.project_id = $1 AND tag.key = ANY(row.tags)`,
    [project, JSON.stringify(rows)],
  );
  await world.pool.query(
    `INSERT INTO conversation_search (conversation_id, project_id, number, revision, terms)
     SELECT id, project_id, number, 1, row.terms::tsvector FROM unnest($2::uuid[], $3::text[]) AS row (of, terms) JOIN conversation ON id = row.of WHERE project_id = $1`,
    [project, rows.map(({ id }) => id), rows.map((row) => searchTerms([row.text], project))],
  );
}

/** The whole list, page by page. */
async function walk(
  filter: ConversationFilter,
  sort: ConversationSort,
  limit: number,
  way: (page: number) => Way = () => ({}),
): Promise<string[]> {
  const resolved = await resolveFilter(world.pool, projectId, filter);
  const ids: string[] = [];
  let cursor: string | null = null;
  let pages = 0;
  do {
    const { memory = false, ...bounds } = way(pages++);
    const after = cursor === null ? null : decodeCursor(cursor, sort);
    const page: { rows: { id: string }[]; next: string | null } = await listConversationRows(
      world.pool,
      memory ? world.columns : null,
      resolved,
      sort,
      limit,
      after,
      { ...usualBounds, ...bounds },
    );
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    if (page.next !== null) expect(page.rows).toHaveLength(limit);
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return ids;
}

/** The order as the words of the sort have it, written without a look at the SQL. */
function sorted(rows: readonly Known[], sort: ConversationSort): string[] {
  const by: Record<SortKey, (row: Known) => string | number | null> = {
    added: ({ id }) => id,
    updated: ({ updatedAt }) => updatedAt,
    representativeness: (row) => row.representativeness,
    distinctiveness: (row) => row.distinctiveness,
    culture: ({ cultureName }) => cultureName,
    status: ({ status }) => statuses.indexOf(status),
  };
  const idSign = sort.at(-1)?.direction === "ascending" ? 1 : -1;
  return rows
    .toSorted((a, b) => {
      for (const column of sort) {
        const [left, right] = [by[column.by](a), by[column.by](b)];
        if (left === right) continue;
        if (left === null) return 1;
        if (right === null) return -1;
        return (left < right ? -1 : 1) * (column.direction === "ascending" ? 1 : -1);
      }
      return (a.id < b.id ? -1 : 1) * idSign;
    })
    .map(({ id }) => id);
}

const columns = SortKey.options.flatMap((by) => SortDirection.options.map((direction) => `${by}.${direction}`));
const sorts = columns.flatMap((first) => [
  first,
  ...columns.filter((second) => second.split(".")[0] !== first.split(".")[0]).map((second) => `${first},${second}`),
]);

describe("a sorted list, read page by page", () => {
  test("has each of the 132 orders: no row twice, none left out", async () => {
    expect(sorts).toHaveLength(132);
    let limit = 0;
    for (const text of sorts) {
      const sort = ConversationSort.parse(text);
      limit = (limit % 7) + 1;
      expect(await walk({}, sort, limit), `${text}, ${limit} a page`).toEqual(sorted(known, sort));
    }
  }, 120_000);

  test("is the same from memory as from the database", async () => {
    await world.columns.look(projectId, () => undefined);
    for (const text of sorts.filter((_text, place) => place % 5 === 0)) {
      const sort = ConversationSort.parse(text);
      const ids = await walk({ flagged: false }, sort, 5, () => ({
        memory: true,
        scannedFirst: 1,
        phasesFirst: 0,
        sortedBefore: -1,
      }));
      const matching = known.filter(({ flagged }) => !flagged);
      expect(ids, text).toEqual(sorted(matching, sort));
    }
  }, 120_000);

  test("goes on where it was, whatever the page size and the filter", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sorts),
        fc.integer({ min: 1, max: 7 }),
        filters,
        fc.constantFrom(...ways),
        async (text, limit, filter, way) => {
          const sort = ConversationSort.parse(text);
          const matching = known.filter((row) => matches(row, filter));
          expect(await walk(filter, sort, limit, () => way)).toEqual(sorted(matching, sort));
        },
      ),
      { numRuns: 80 },
    );
  }, 120_000);
});

describe("a search, read page by page", () => {
  const searches = fc.constantFrom(
    "tea",
    "milk cup",
    "-milk",
    "te*",
    "tea -cup",
    "nowhere",
    '"tea milk cup"',
    'milk -"tea milk cup"',
  );
  beforeAll(() => world.columns.look(projectId, () => undefined));

  test("has each of the 132 orders from memory", async () => {
    let limit = 0;
    for (const text of sorts) {
      const sort = ConversationSort.parse(text);
      limit = (limit % 7) + 1;
      const pages = await walk({ search: "-milk" }, sort, limit, () => inMemory);
      expect(pages, `${text}, ${limit} a page`).toEqual(
        sorted(
          known.filter((row) => !row.words.includes("milk")),
          sort,
        ),
      );
    }
  }, 120_000);

  test("is the same in each way, whatever the filter, and goes on in another way than it began", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...sorts),
        fc.integer({ min: 1, max: 7 }),
        filters,
        searches,
        fc.array(fc.constantFrom(...searchWays), { minLength: 1, maxLength: 4 }),
        async (text, limit, filter, search, ways) => {
          const sort = ConversationSort.parse(text);
          const matching = known.filter((row) => matches(row, filter) && finds(row, search));
          const pages = await walk({ ...filter, search }, sort, limit, (page) => ways[page % ways.length] ?? {});
          expect(pages).toEqual(sorted(matching, sort));
        },
      ),
      { numRuns: 250 },
    );
  }, 120_000);

  test("follows what changed between two pages", async () => {
    const sort = ConversationSort.parse("updated.descending,representativeness.ascending");
    const found = () => known.filter((row) => !row.words.includes("milk"));
    const shown: string[] = [];
    let changes = 0;
    const change = async () => {
      const before = sorted(found(), sort);
      const [late] = known.filter(({ id }) => id === before.at(-2));
      if (!late) throw new Error("More rows are found than are shown on two pages");
      // To just after the last one that was shown.
      const [last] = known.filter(({ id }) => id === shown.at(-1));
      late.updatedAt = new Date(Date.parse(last?.updatedAt ?? "") - 1).toISOString();
      late.representativeness = 2 + changes++;
      await world.pool.query("UPDATE conversation SET updated_at = $2, representativeness = $3 WHERE id = $1", [
        late.id,
        late.updatedAt,
        late.representativeness,
      ]);
    };
    const resolved = await resolveFilter(world.pool, projectId, { search: "-milk" });
    for (let cursor: string | null = null; ; ) {
      const after = cursor === null ? null : decodeCursor(cursor, sort);
      const bounds = { ...usualBounds, tested: 0, many: 3 * changes };
      const page: { rows: { id: string }[]; next: string | null } = await listConversationRows(
        world.pool,
        world.columns,
        resolved,
        sort,
        3,
        after,
        bounds,
      );
      const ids = page.rows.map(({ id }) => id);
      expect(ids).toEqual(
        sorted(found(), sort)
          .filter((id) => !shown.includes(id))
          .slice(0, 3),
      );
      shown.push(...ids);
      cursor = page.next;
      if (cursor === null) break;
      if (changes < 3) await change();
    }
    expect(changes).toBe(3);
    expect(shown.toSorted()).toEqual(
      found()
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test("is put in order in memory where it can be", async () => {
    const sort = ConversationSort.parse("distinctiveness.descending");
    const filter = await resolveFilter(world.pool, projectId, { search: "-milk", status: ["pending"] });
    const place = { sort, groups: { cultureIds: [], statuses }, cursor: null };
    const ranked = await rankFound(world.pool, world.columns, { ...filter, tsquery: filter.tsquery ?? "" }, place, 5, {
      many: 0,
      looked: 8,
    });
    const matching = known.filter((row) => row.status === "pending" && !row.words.includes("milk"));
    expect(ranked?.ids).toEqual(sorted(matching, sort).slice(0, 5));
  });
});

const some = (...choices: string[]) =>
  fc
    .option(
      fc.uniqueArray(fc.tuple(fc.constantFrom(...choices), fc.boolean()), {
        minLength: 1,
        maxLength: 2,
        selector: ([choice]) => choice,
      }),
      { nil: undefined, freq: 2 },
    )
    .map((picked) => picked?.map(([choice, out]) => (out ? `-${choice}` : choice)));
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 1 });
const bounds = fc.constantFrom(0, 0.15, 0.25, 0.5, 0.9);

const filters: fc.Arbitrary<ConversationFilter> = fc
  .record({
    status: some(...statuses),
    culture: some(...cultures, "fr", "unknown"),
    topic: some(...topics, "traditions-and-customs", "nowhere"),
    tag: some(...tags, "value", "nothing"),
    language: some("en", "ja", "th"),
    method: some("rewrite", "translate", "import"),
    import: some(...files, "none-such"),
    reviewer: some(...people, "nobody"),
    assignee: some(...people, "nobody"),
    scored: some("representativeness", "distinctiveness"),
    representativenessFrom: sometimes(bounds),
    distinctivenessTo: sometimes(bounds),
    flagged: sometimes(fc.boolean()),
    edited: sometimes(fc.boolean()),
    leftBy: sometimes(fc.constant(bulk)),
  })
  // One to three filters at once: with more nothing is left to compare.
  .chain((all) =>
    fc.shuffledSubarray(Object.entries(all), { maxLength: 3 }).map((chosen) => Object.fromEntries(chosen)),
  );

type Way = Partial<PageBounds> & { memory?: boolean };

/** Each way of reading a page: in memory where a scan comes back short; matches sorted at once; scans, with matches sorted at once or phase by phase where they come back short. */
const ways: Way[] = [
  {},
  { memory: true },
  { memory: true, scannedFirst: 3, phasesFirst: 2, sortedBefore: -1 },
  { memory: true, scannedFirst: 1, phasesFirst: 0, sortedBefore: -1 },
  { scanned: 1, further: 3, sortedBefore: -1, sortedAfter: 1000 },
  { scanned: 5, further: 3, sortedBefore: -1, sortedAfter: 1000 },
  { scanned: 1, further: 3, sortedBefore: -1, sortedAfter: -1 },
  { scanned: 5, further: 3, sortedBefore: -1, sortedAfter: -1 },
];

const inMemory: Way = { memory: true, tested: 0, many: 1_000_000, looked: 1 };
/** Of a search: rows tested along an index; the first in memory tested; all put in order in memory, all sorted, the whole sort walked by bits; and as it comes. */
const searchWays: Way[] = [
  { tested: 500 },
  { memory: true, tested: 0, many: 0, looked: 100 },
  { memory: true, tested: 0, many: 0, looked: 8 },
  { memory: true, tested: 0, many: 1_000_000, looked: 12 },
  inMemory,
  { tested: 0, sortedFound: 1000 },
  { tested: 0, sortedFound: 0 },
  { memory: true, tested: 3 },
];

function finds({ words: own, text }: Known, search: string): boolean {
  const phrase = /(-?)"(.*)"/.exec(search);
  if (phrase?.[2] !== undefined) {
    const others = search.replace(phrase[0], "").trim();
    return text.includes(phrase[2]) === (phrase[1] === "") && (others === "" || own.includes(others));
  }
  return search.split(" ").every((term) => {
    if (term.startsWith("-")) return !own.includes(term.slice(1));
    return term.endsWith("*") ? own.some((word) => word.startsWith(term.slice(0, -1))) : own.includes(term);
  });
}

/** What a filter means, in plain code. */
function matches(row: Known, filter: ConversationFilter): boolean {
  const holds = (choices: readonly string[] | undefined, own: readonly string[]) => {
    const wanted = (choices ?? []).filter((choice) => !choice.startsWith("-"));
    return (
      (wanted.length === 0 || wanted.some((choice) => own.includes(choice))) &&
      !own.some((choice) => choices?.includes(`-${choice}`))
    );
  };
  const scores = (["representativeness", "distinctiveness"] as const).filter((measure) => row[measure] !== null);
  const atLeast = (value: number | null, bound: number | undefined) =>
    bound === undefined || (value !== null && value >= bound);
  const atMost = (value: number | null, bound: number | undefined) =>
    bound === undefined || (value !== null && value <= bound);
  return (
    holds(filter.status, [row.status]) &&
    holds(filter.culture, [row.culture]) &&
    holds(filter.topic, row.topic === null ? [] : [row.topic, layers[row.topic] ?? ""]) &&
    holds(filter.tag, [...row.tags, ...(row.tags.some((tag) => tag.startsWith("value-")) ? ["value"] : [])]) &&
    holds(filter.language, [row.language]) &&
    holds(filter.method, [row.method ?? "import"]) &&
    holds(filter.import, row.import === null ? [] : [row.import]) &&
    holds(filter.reviewer, [row.reviewer ?? "nobody"]) &&
    holds(filter.assignee, [row.assignee ?? "nobody"]) &&
    holds(filter.scored, scores) &&
    atLeast(row.representativeness, filter.representativenessFrom) &&
    atMost(row.distinctiveness, filter.distinctivenessTo) &&
    (filter.flagged === undefined || row.flagged === filter.flagged) &&
    (filter.edited === undefined || row.edited === filter.edited) &&
    (filter.leftBy === undefined || left.has(row.id))
  );
}
