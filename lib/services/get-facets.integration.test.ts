import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boundsOfBin } from "#lib/curation/columns/score-bin.ts";
import { openProjectColumns } from "#lib/db/columns/project-columns.ts";
import { resolveFilter, whereFilter } from "#lib/db/conversation-filter.ts";
import { sql } from "#lib/db/sql.ts";
import { StudioError } from "#lib/errors.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { type ConversationFilter, facetNames } from "#lib/schema/conversation-search.ts";
import type { Facets } from "#lib/schema/conversation-view.ts";
import { decide } from "./decide.ts";
import { editConversation } from "./edit-conversation.ts";
import { getFacets } from "./get-facets.ts";
import { getTriageCard } from "./get-triage-card.ts";
import { mergeTags } from "./merge-tags.ts";
import { readProjectView } from "./project-view.ts";
import { tagConversation } from "./tag-conversation.ts";
import { addPerson } from "./testing/add-person.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";

const project = "counted";
let world: TestWorld;
let projectId: string;
let people: Actor[];

beforeAll(async () => {
  world = await openTestWorld();
  projectId = await world.addProject(project);
  people = await Promise.all(["Ada", "Ben"].map((name) => addPerson(world, projectId, name, "curator")));
  // Another project's rows must never be counted.
  await world.addProject("beside");
  await importText(world, { project: "beside", text: lines("beside", 0, 9) });
  await importText(world, { project, text: lines("one", 0, 60), fileName: "one.jsonl" });
});
afterAll(() => world.end());

const topics = [undefined, "food", "festivals", "greetings"];
const tagLists = [undefined, ["value-belonging"], ["value-dignity", "norm-privacy"], ["own-word"]];
function lines(name: string, from: number, to: number): string {
  return jsonLines(
    Array.from({ length: to - from }, (_, index) => {
      const n = from + index;
      return record(`${name}-${n}`, ["jp", "fr", "ke"][n % 3] ?? "jp", `Question ${n}?`, `Answer ${n}.`, {
        language: n % 4 === 0 ? "ja" : "en",
        ...(topics[n % 5] && { topic: topics[n % 5] }),
        ...(tagLists[n % 6] && { tags: tagLists[n % 6] }),
      });
    }),
  );
}

async function counted(filter: ConversationFilter): Promise<number> {
  const where = whereFilter(await resolveFilter(world.pool, projectId, filter));
  const { rows } = await world.pool.query<{ count: number }>(
    sql`SELECT count(*)::int AS count FROM conversation WHERE ${where}`.toQuery(),
  );
  return rows[0]?.count ?? -1;
}

async function binned(measure: "representativeness" | "distinctiveness", filter: ConversationFilter) {
  const where = whereFilter(await resolveFilter(world.pool, projectId, filter));
  const column = measure === "representativeness" ? sql`representativeness` : sql`distinctiveness`;
  const { rows } = await world.pool.query<{ bin: number; count: number }>(
    sql`SELECT least(floor(${column} * 24)::int, 23) AS bin, count(*)::int AS count FROM conversation
      WHERE ${where} AND ${column} IS NOT NULL GROUP BY 1`.toQuery(),
  );
  return Array.from({ length: 24 }, (_, bin) => rows.find((row) => row.bin === bin)?.count ?? 0);
}

/** Every figure of the answer, from SQL: each choice counted by asking for it alone under all the other filters. */
async function expectCounted(filter: ConversationFilter): Promise<Facets> {
  const facets = await getFacets.run(world, operator, { project, ...filter });
  const listed = facetNames.flatMap((facet) => facets[facet].map(({ key, count }) => ({ facet, key, count })));
  const fromSql = await Promise.all(
    listed.map(async ({ facet, key }) => ({ facet, key, count: await counted({ ...filter, [facet]: [key] }) })),
  );
  expect(listed).toEqual(fromSql);
  const { representativenessFrom: _a, representativenessTo: _b, ...besidesRange } = filter;
  expect({
    ...facets,
    ...Object.fromEntries(facetNames.map((facet) => [facet, null])),
    tightest: null,
  }).toEqual({
    ...Object.fromEntries(facetNames.map((facet) => [facet, null])),
    total: await counted({}),
    matching: await counted(filter),
    flagged: await counted({ ...filter, flagged: true }),
    edited: await counted({ ...filter, edited: true }),
    representativeness: {
      all: await binned("representativeness", besidesRange),
      kept: await binned("representativeness", filter),
    },
    distinctiveness: { all: await binned("distinctiveness", filter), kept: await binned("distinctiveness", filter) },
    tightest: null,
  });
  return facets;
}

const filters: ConversationFilter[] = [
  {},
  { status: ["pending"], topic: ["food", "-greetings"], language: ["-ja"] },
  { tag: ["value", "norm", "-own-word"], culture: ["jp", "ke"], edited: false },
  { representativenessFrom: 0.25, representativenessTo: 0.75, flagged: false, scored: ["-distinctiveness"] },
  { reviewer: ["nobody"], assignee: ["-nobody"], method: ["import"] },
];

interface Step {
  act:
    | "accept"
    | "reject"
    | "skip"
    | "flag"
    | "edit"
    | "tag"
    | "untag"
    | "merge"
    | "import"
    | "undo"
    | "score"
    | "assign";
  row: number;
  tag: number;
  person: number;
  /** On the edge of a bin as often as not. */
  score: number;
  filter: ConversationFilter;
}

test("the answer is what SQL counts, after any acts of people", async () => {
  const tags = await world.db.tag.findMany({ where: { projectId }, orderBy: { position: "asc" } });
  const leaves = tags.filter((tag) => tag.parentId !== null);
  let imported = 60;
  const step = fc.record<Step>({
    act: fc.constantFrom(
      "accept",
      "reject",
      "skip",
      "flag",
      "edit",
      "tag",
      "untag",
      "merge",
      "import",
      "undo",
      "score",
      "assign",
    ),
    row: fc.nat(),
    tag: fc.nat(),
    person: fc.constantFrom(0, 1),
    score: fc.oneof(
      fc.nat({ max: 24 }).map((part) => part / 24),
      fc.double({ min: 0, max: 1, noNaN: true }),
    ),
    filter: fc.constantFrom(...filters),
  });
  const run = async ({ act, row, tag, person, score }: Step) => {
    const actor = people[person] ?? operator;
    const all = await world.db.conversation.findMany({
      where: { projectId },
      orderBy: { id: "asc" },
      select: { id: true, version: true },
    });
    const { id: conversation, version: expectedVersion } = all[row % all.length] ?? { id: "", version: 0 };
    const chosen = leaves[tag % leaves.length]?.id ?? "";
    const to = { project, conversation, expectedVersion };
    switch (act) {
      case "accept":
      case "reject":
      case "skip":
      case "flag":
        return decide.run(world, actor, { ...to, kind: act });
      case "edit": {
        const turns = [
          { role: "user", content: `Changed ${score}?` },
          { role: "assistant", content: "Yes." },
        ];
        return editConversation.run(world, actor, { ...to, turns });
      }
      case "tag":
        return tagConversation.run(world, actor, { ...to, add: [chosen] });
      case "untag":
        return tagConversation.run(world, actor, { ...to, remove: [chosen] });
      case "merge": {
        const living = await world.db.tag.findMany({
          where: { projectId, mergedIntoId: null, parentId: { not: null } },
          orderBy: { key: "asc" },
        });
        const [one, two] = [living[tag % living.length], living[(tag + 1) % living.length]];
        if (!one || !two || living.length < 8) return;
        return mergeTags.run(world, operator, { project, tag: one.id, into: two.id, expectedVersion: one.version });
      }
      case "import":
        imported += 5;
        return importText(world, {
          project,
          text: lines("one", imported - 8, imported),
          fileName: `more-${imported}.jsonl`,
        });
      case "undo":
        return undo.run(world, actor, { project });
      case "score":
        return world.pool.query("UPDATE conversation SET representativeness = $2, distinctiveness = $3 WHERE id = $1", [
          conversation,
          score,
          row % 3 === 0 ? null : 1 - score,
        ]);
      case "assign":
        return world.pool.query("UPDATE conversation SET assignee_id = $2 WHERE id = $1", [
          conversation,
          row % 2 === 0 ? actor.userId : null,
        ]);
    }
  };
  const steps = fc.sample(step, { numRuns: 120, seed: 20261120 });
  const went = new Set<string>();
  for (const [index, one] of steps.entries()) {
    // An undo of nothing and the like are refused; whatever happened is what is counted.
    const done = await run(one).catch((error: unknown) => expect(error).toBeInstanceOf(StudioError));
    if (done) went.add(one.act);
    if (index % 4 === 0) await expectCounted(one.filter);
  }
  for (const filter of filters) await expectCounted(filter);
  expect(went.size).toBe(12);
});

test("a filter that lets nothing pass names the one that keeps out most", async () => {
  const facets = await expectCounted({ flagged: true, culture: ["fr"], language: ["sw"] });
  const without = await counted({ flagged: true, culture: ["fr"] });
  expect(facets.matching).toBe(0);
  expect(facets.tightest).toEqual(without === 0 ? null : { filter: "language", count: without });
});

test("names what is counted: endonyms, layers, paths, files and people", async () => {
  const facets = await getFacets.run(world, operator, { project, culture: ["br"], reviewer: ["-nobody"] });
  const of = (facet: "culture" | "reviewer" | "method", key: string) =>
    facets[facet].find((choice) => choice.key === key);
  expect(of("culture", "jp")).toMatchObject({ name: "Japan", endonym: "日本", language: "ja" });
  expect(of("culture", "br")).toMatchObject({ count: 0 });
  expect(of("culture", "it")).toBeUndefined();
  expect(facets.tag.filter(({ path }) => path.startsWith("Value / ") || path.startsWith("Norm / "))).not.toEqual([]);
  expect(facets.topic.find(({ layer }) => layer !== null)).toBeDefined();
  expect(facets.import.map(({ name }) => name)).toContain("one.jsonl");
  expect(of("reviewer", people[0]?.userId ?? "")).toMatchObject({ name: "Ada" });
  expect(of("reviewer", "nobody")).toMatchObject({ name: "Nobody" });
  expect(of("method", "import")).toBeDefined();
});

test("a project's counts are the same from the columns and from the table", async () => {
  const fromColumns = await readProjectView(world, { id: projectId, role: "curator" });
  const fromTable = await readProjectView(
    { ...world, columns: openProjectColumns(world.pool) },
    { id: projectId, role: "curator" },
  );
  expect(world.columns.has(projectId)).toBe(true);
  expect(fromColumns).toEqual(fromTable);
  const { counts } = fromTable;
  expect([counts.total, counts.accepted, counts.scored]).toEqual([
    await counted({}),
    await counted({ status: ["accepted"] }),
    await counted({ scored: ["representativeness"] }),
  ]);
  expect(counts.accepted * counts.scored).toBeGreaterThan(0);
});

test("a card stands in the crowd of its culture, from the columns and from the table alike", async () => {
  const { id, cultureId } = await world.db.conversation.findFirstOrThrow({
    where: { projectId, language: "ja" },
    select: { id: true, cultureId: true },
  });
  const { code } = await world.db.culture.findUniqueOrThrow({ where: { id: cultureId } });
  const ask = async (asked: typeof world) =>
    (await getTriageCard.run(asked, operator, { project, conversation: id })).conversation.crowd;
  const expected = {
    representativeness: await binned("representativeness", { culture: [code] }),
    distinctiveness: await binned("distinctiveness", { culture: [code] }),
  };
  expect(await ask(world)).toEqual(expected);
  expect(await ask({ ...world, columns: openProjectColumns(world.pool) })).toEqual(expected);
  expect(Math.max(...expected.representativeness)).toBeGreaterThan(0);
});

test("what a transaction writes while somebody asks is counted once it is committed, whatever was committed since", async () => {
  const flagged = async () => (await getFacets.run(world, operator, { project })).flagged;
  await world.pool.query("UPDATE conversation SET flagged = false WHERE project_id = $1", [projectId]);
  const ids = (await world.db.conversation.findMany({ where: { projectId }, orderBy: { id: "asc" }, take: 3 })).map(
    ({ id }) => id,
  );
  const flag = "UPDATE conversation SET flagged = true WHERE id = $1";
  const client = await world.pool.connect();
  await client.query("BEGIN");
  await client.query(flag, [ids[0]]);
  expect(await flagged()).toBe(0);
  await world.pool.query(flag, [ids[1]]);
  expect(await flagged()).toBe(1);
  await client.query("COMMIT");
  client.release();
  expect(await flagged()).toBe(2);
  await world.pool.query(flag, [ids[2]]);
  expect(await flagged()).toBe(3);
});

test("each asker finds what was committed before it asked, while others ask", async () => {
  await world.pool.query("UPDATE conversation SET edited = false WHERE project_id = $1", [projectId]);
  const ids = (await world.db.conversation.findMany({ where: { projectId }, take: 12 })).map(({ id }) => id);
  const answers: Promise<{ least: number; edited: number }>[] = [];
  for (const [index, id] of ids.entries()) {
    answers.push(getFacets.run(world, operator, { project }).then(({ edited }) => ({ least: index, edited })));
    await world.pool.query("UPDATE conversation SET edited = true WHERE id = $1", [id]);
    answers.push(getFacets.run(world, operator, { project }).then(({ edited }) => ({ least: index + 1, edited })));
  }
  for (const { least, edited } of await Promise.all(answers)) expect(edited).toBeGreaterThanOrEqual(least);
});

test("many rows written at once are read as a stream, tags included", async () => {
  const before = await expectCounted({});
  await importText(world, { project, text: lines("many", 0, 2_400), fileName: "many.jsonl" });
  const after = await expectCounted({ tag: ["value"], topic: ["-food"] });
  expect(after.total).toBe(before.total + 2_400);
  await world.pool.query(
    "DELETE FROM conversation_tag WHERE conversation_id IN (SELECT id FROM conversation WHERE project_id = $1)",
    [projectId],
  );
  await world.pool.query("UPDATE conversation SET flagged = NOT flagged WHERE project_id = $1", [projectId]);
  expect((await expectCounted({ status: ["pending"] })).tag).toEqual([]);
});

test("the bounds of a bar leave exactly as many rows as the bar counts, also of scores on its edges", async () => {
  const { rows } = await world.pool.query<{ id: string }>(
    "SELECT id FROM conversation WHERE project_id = $1 ORDER BY id",
    [projectId],
  );
  // Edges, the numbers beside them, and where four places of an edge would cut.
  const scores = Array.from({ length: 24 }, (_, bin) => [
    bin / 24,
    bin / 24 + 2 ** -53,
    (bin + 1) / 24 - 0.00003,
  ]).flat();
  for (const [at, { id }] of rows.entries())
    await world.pool.query("UPDATE conversation SET representativeness = $2 WHERE id = $1", [
      id,
      scores[at % scores.length],
    ]);
  const answerTo = (filter: ConversationFilter) => getFacets.run(world, operator, { project, ...filter });
  const { all } = (await answerTo({})).representativeness;
  expect(all.filter((count) => count > 0).length).toBeGreaterThan(15);
  for (const [bin, count] of all.entries()) {
    const { from, to } = boundsOfBin(bin);
    expect((await answerTo({ representativenessFrom: from, representativenessTo: to })).matching).toBe(count);
    expect(await counted({ representativenessFrom: from, representativenessTo: to })).toBe(count);
  }
});
