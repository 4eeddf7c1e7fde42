import { afterAll, beforeAll, expect, test } from "vitest";
import type { SetIndicators } from "#lib/schema/set-indicators.ts";
import { decide } from "./decide.ts";
import { getSetIndicators } from "./get-set-indicators.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";

const project = "measured";
let world: TestWorld;
let projectId: string;

/** Twelve answers of each of two cultures with words of their own; the first two of Japan are the same. */
const answers = ["jp", "fr"].flatMap((culture) =>
  Array.from({ length: 12 }, (_, i) =>
    record(
      `${culture}-${i}`,
      culture,
      `What is eaten on day ${i}?`,
      culture === "jp"
        ? `miso mochi tatami ${i < 2 ? "tea" : `number${i}${i}`}`
        : `bread cheese terrace number${i}${i}`,
      { topic: i < 6 ? "food" : "greetings" },
    ),
  ),
);

beforeAll(async () => {
  world = await openTestWorld();
  projectId = await world.addProject(project);
  await world.addProject("beside");
  await importText(world, { project: "beside", text: jsonLines([record("x", "jp", "Beside?", "Beside.")]) });
  await importText(world, { project, text: jsonLines(answers) });
});
afterAll(() => world.end());

const measure = (filter: object = {}): Promise<SetIndicators> =>
  getSetIndicators.run(world, operator, { project, ...filter });
const told = (indicator: SetIndicators["coverage"]) => (indicator.computed ? indicator.value : indicator.reason);

test("the whole project covers itself, and its cultures are told apart", async () => {
  const found = await measure();
  expect(found).toMatchObject({
    conversations: 24,
    sample: { conversations: 24, perCulture: 200, whole: true },
    moreCultures: 0,
  });
  expect(told(found.coverage)).toBe(1);
  // Two of twelve of one culture, none of the other.
  expect(told(found.redundancy)).toBeCloseTo(1 / 12, 9);
  const leaves = await world.db.topic.count({ where: { projectId, children: { none: {} } } });
  expect(told(found.balance)).toBeCloseTo(Math.log(2) / Math.log(leaves), 9);
  expect(found.separability).toHaveLength(1);
  expect(found.separability[0]).toMatchObject({ language: "en", conversations: 24, macroF1: 1 });
  expect(found.separability[0]?.confusion.labels).toEqual(["fr", "jp"]);
  expect(found.cultures.map(({ code, conversations }) => [code, conversations])).toEqual([
    ["fr", 12],
    ["jp", 12],
  ]);
});

test("a filter is measured against what its cultures have", async () => {
  const found = await measure({ culture: "jp", topic: "food" });
  expect(found.conversations).toBe(6);
  expect(found.cultures.map(({ code }) => code)).toEqual(["jp"]);
  expect(found.coverage).toMatchObject({ computed: true, of: 12 });
  expect(told(found.coverage)).toBeLessThan(1);
  expect(told(found.coverage)).toBeGreaterThan(0.5);
  expect(found.separability).toEqual([]);
});

test("what is accepted outside the set is what new ground is measured from", async () => {
  expect(told((await measure()).diversityGain)).toBe("Nothing of these cultures is accepted outside the set.");
  const { id, version } = await world.db.conversation.findFirstOrThrow({
    where: { projectId, externalId: "jp-0" },
    select: { id: true, version: true },
  });
  await decide.run(world, operator, { project, conversation: id, expectedVersion: version, kind: "accept" });
  const { diversityGain, cultures } = await measure({ status: "pending" });
  expect(diversityGain).toMatchObject({ computed: true, of: 11 });
  expect(told(diversityGain)).toBeGreaterThan(0);
  expect(cultures.find(({ code }) => code === "fr")?.diversityGain.computed).toBe(false);
});

test("informativeness is the mean of what a panel found, and else null with a reason", async () => {
  expect(told((await measure()).informativeness)).toBe("No panel has judged any of these conversations.");
  const rows = await world.db.conversation.findMany({
    where: { projectId, externalId: { startsWith: "fr-" } },
    take: 2,
  });
  await world.db.score.createMany({
    data: rows.map(({ id }, i) => ({
      conversationId: id,
      estimator: "panel",
      version: "1",
      revision: 1,
      representativenessReason: "x",
      distinctivenessReason: "x",
      parts: { informationGain: i === 0 ? 0.2 : 0.8 },
    })),
  });
  const { informativeness } = await measure();
  expect(informativeness).toMatchObject({ computed: true, of: 2 });
  expect(told(informativeness)).toBeCloseTo(0.5, 9);
  expect(told((await measure({ culture: "jp" })).informativeness)).toContain("No panel");
});

test("an empty set has reasons instead of numbers", async () => {
  const found = await measure({ search: "nothing-has-this-word" });
  expect(found.conversations).toBe(0);
  for (const key of ["coverage", "balance", "redundancy", "diversityGain", "distinct1", "informativeness"] as const) {
    expect(found[key].computed).toBe(false);
  }
});
