import { afterAll, beforeAll, expect, test } from "vitest";
import { cultureOf, readPoints, statusOf } from "#lib/curation/map/pack-points.ts";
import { decide } from "./decide.ts";
import { getFacets } from "./get-facets.ts";
import { getMapCultures } from "./get-map-cultures.ts";
import { getMapNeighbours } from "./get-map-neighbours.ts";
import { getMapPoints } from "./get-map-points.ts";
import { listMapConversations } from "./list-map-conversations.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";

const project = "mapped";
let world: TestWorld;
let projectId: string;

beforeAll(async () => {
  world = await openTestWorld();
  projectId = await world.addProject(project);
  await world.addProject("beside");
  const rows = ["jp", "ke", "fr"].flatMap((culture) =>
    Array.from({ length: 31 }, (_, at) =>
      record(`${culture}-${at}`, culture, `Question ${at}?`, `${culture} answer ${at}.`),
    ),
  );
  await importText(world, { project, text: jsonLines(rows) });
  await importText(world, { project: "beside", text: jsonLines([record("b", "jp", "Beside?", "Beside.")]) });
  // Scores on the steps, between them, and none: whatever a brush may meet.
  await world.pool.query(
    `UPDATE conversation SET representativeness = CASE WHEN number % 7 = 0 THEN NULL WHEN number % 3 = 0 THEN (number * 37 % 1000) / 1000.0 ELSE sin(number) ^ 2 END,
       distinctiveness = CASE WHEN number % 11 = 0 THEN NULL ELSE cos(number * 2) ^ 2 END
     WHERE project_id = $1 AND external_id <> 'fr-0'`,
    [projectId],
  );
});
afterAll(() => world.end());

const read = async (filter: object = {}) => {
  const answer = await getMapPoints.run(world, operator, { project, ...filter });
  return { ...answer, points: readPoints(new Uint8Array(Buffer.from(answer.points ?? "", "base64"))) };
};

test("points are the conversations with both scores, as the table has them", async () => {
  const { id, version } = await world.db.conversation.findFirstOrThrow({
    where: { projectId, representativeness: { not: null }, distinctiveness: { not: null } },
    select: { id: true, version: true },
  });
  await decide.run(world, operator, { project, conversation: id, expectedVersion: version, kind: "reject" });
  const { points, cultures, matching, unscored } = await read();
  const { rows } = await world.pool.query<{ number: number; status: string; code: string; both: boolean }>(
    `SELECT number, status, code, representativeness IS NOT NULL AND distinctiveness IS NOT NULL AS both
     FROM conversation JOIN culture ON culture.id = culture_id WHERE conversation.project_id = $1`,
    [projectId],
  );
  const told = [...points.numbers].map((number, point) => ({
    number,
    status: statusOf(points, point) as string,
    code: cultures[cultureOf(points, point)]?.code,
  }));
  const scored = rows.filter(({ both }) => both).map(({ both: _both, ...row }) => row);
  expect(told.toSorted((a, b) => a.number - b.number)).toEqual(scored.toSorted((a, b) => a.number - b.number));
  expect({ matching, unscored }).toEqual({ matching: 93, unscored: 93 - scored.length });
});

test("a brush holds what the same ranges leave in Browse", async () => {
  const { points } = await read({ culture: ["jp", "ke"] });
  for (const [from, to, low, high] of [
    [0.1, 0.6, 0.2, 0.9],
    [0.037, 0.037, 0, 1],
    [0, 1, 0, 1],
    [0.25, 0.75, 0.5, 1],
  ] as const) {
    let held = 0;
    for (let point = 0; point < points.length; point++) {
      const [r, d] = [points.representativeness[point] ?? 0, points.distinctiveness[point] ?? 0];
      if (r >= from * 2000 && r <= to * 2000 && d >= low * 2000 && d <= high * 2000) held++;
    }
    const { matching } = await getFacets.run(world, operator, {
      project,
      culture: ["jp", "ke"],
      representativenessFrom: from,
      representativenessTo: to,
      distinctivenessFrom: low,
      distinctivenessTo: high,
    });
    expect(held, `${from}–${to}, ${low}–${high}`).toBe(matching);
  }
});

test("medians, quartiles and counts are PostgreSQL's, and every missing score has its reason", async () => {
  const { cultures } = await getMapCultures.run(world, operator, { project, reasons: true });
  const { rows } = await world.pool.query<{ code: string; r: number; d: number; low: number; scored: number }>(
    `SELECT code, percentile_cont(0.5) WITHIN GROUP (ORDER BY representativeness) AS r,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY distinctiveness) AS d,
       percentile_disc(0.25) WITHIN GROUP (ORDER BY representativeness) AS low, count(representativeness)::int AS scored
     FROM conversation JOIN culture ON culture.id = culture_id WHERE conversation.project_id = $1 GROUP BY code ORDER BY code`,
    [projectId],
  );
  const told = cultures.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  expect(told.map(({ code }) => code)).toEqual(rows.map(({ code }) => code));
  for (const [at, { representativeness: r, distinctiveness: d, conversations }] of told.entries()) {
    expect(r.median).toBeCloseTo(rows[at]?.r ?? Number.NaN, 12);
    expect(d.median).toBeCloseTo(rows[at]?.d ?? Number.NaN, 12);
    expect(r.quartiles?.low).toBeCloseTo(rows[at]?.low ?? Number.NaN, 12);
    expect(r.scored).toBe(rows[at]?.scored);
    expect(r.bins.reduce((sum, count) => sum + count, 0)).toBe(r.scored);
    expect(r.reasons?.reduce((sum, { count }) => sum + count, 0)).toBe(conversations - r.scored);
    expect(r.interval?.low).toBeLessThanOrEqual(r.median ?? 0);
  }
});

test("a filter narrows the summary, and reasons are told only when asked for", async () => {
  const { cultures, matching } = await getMapCultures.run(world, operator, { project, culture: ["-fr"] });
  expect(cultures.map(({ code }) => code).toSorted()).toEqual(["jp", "ke"]);
  expect(matching).toBe(62);
  expect(cultures[0]?.representativeness.reasons).toBeNull();
});

test("the conversations of points are told in the order asked for, and none of another project", async () => {
  const { points } = await read();
  const foreign = await world.db.conversation.findFirstOrThrow({ where: { projectId: { not: projectId } } });
  const asked = [points.numbers[3] ?? 0, points.numbers[0] ?? 0];
  const { rows } = await listMapConversations.run(world, operator, {
    project,
    numbers: [asked[0], foreign.number, asked[1]].join(","),
  });
  expect(rows.map(({ number }) => number)).toEqual(asked);
  const stored = await world.db.conversation.findUniqueOrThrow({ where: { id: rows[0]?.conversation.id ?? "" } });
  expect(stored.number).toBe(asked[0]);
});

test("neighbours are told as they are stored: nearest first, pairs once, outliers by their distance", async () => {
  const before = await getMapNeighbours.run(world, operator, { project });
  expect(before).toEqual({ known: 0, item: null, outliers: [], twins: [] });
  const all = await world.db.conversation.findMany({ where: { projectId }, orderBy: { number: "asc" }, take: 4 });
  const [a = "", b = "", c = "", d = ""] = all.map(({ id }) => id);
  const near = (conversationId: string, home: [string, number][], abroad: [string, number][] = []) => ({
    conversationId,
    projectId,
    basis: "lexical",
    revision: 1,
    home: home.map(([id, similarity]) => ({ id, similarity })),
    abroad: abroad.map(([id, similarity]) => ({ id, culture: "ke", similarity })),
    nearestHome: home[0]?.[1] ?? null,
    sameIn: 1,
    compared: 2,
  });
  await world.db.neighbour.createMany({
    data: [near(a, [[b, 0.97]], [[d, 0.4]]), near(b, [[a, 0.97]]), near(c, [[a, 0.1]]), near(d, [])],
  });
  const told = await getMapNeighbours.run(world, operator, { project, item: a });
  expect(told.known).toBe(4);
  expect(told.twins.map(({ similarity }) => similarity)).toEqual([0.97, 0.1]);
  expect(told.outliers.map(({ conversation }) => conversation.id)[0]).toBe(c);
  expect(told.item?.conversation.id).toBe(a);
  expect(told.item?.near).toMatchObject({ stale: false, sameIn: 1, compared: 2 });
  expect(told.item?.near?.home.map(({ conversation }) => conversation.id)).toEqual([b]);
  expect(told.item?.near?.abroad.map(({ conversation, similarity }) => [conversation.id, similarity])).toEqual([
    [d, 0.4],
  ]);
  const other = await world.db.conversation.findFirstOrThrow({ where: { projectId: { not: projectId } } });
  expect((await getMapNeighbours.run(world, operator, { project, item: other.id })).item).toBeNull();
});
