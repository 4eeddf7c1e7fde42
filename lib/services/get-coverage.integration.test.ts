import { afterAll, beforeAll, expect, test } from "vitest";
import { decide } from "./decide.ts";
import { getCoverage } from "./get-coverage.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { updateProject } from "./update-project.ts";

const project = "covered";
let world: TestWorld;
let projectId: string;

beforeAll(async () => {
  world = await openTestWorld();
  projectId = await world.addProject(project);
  await world.addProject("beside");
  await importText(world, { project: "beside", text: lines(["beside", "ke", "food"]) });
  await importText(world, {
    project,
    text: lines(
      ["a", "jp", "food"],
      ["b", "jp", "food"],
      ["c", "jp", "greetings"],
      ["d", "fr", "food"],
      ["e", "fr", undefined],
      ["f", "jp", "traditions-and-customs"],
    ),
  });
});
afterAll(() => world.end());

function lines(...rows: [id: string, culture: string, topic: string | undefined][]): string {
  return jsonLines(
    rows.map(([id, culture, topic]) =>
      record(id, culture, `Question ${id}?`, `Answer ${id}.`, topic === undefined ? {} : { topic }),
    ),
  );
}

const cover = () => getCoverage.run(world, operator, { project });

test("each culture's conversations are counted by topic, a layer's own beside those of its topics", async () => {
  const { topics, cultures, withoutTopic, moreTopics, moreCultures, unusedTopics } = await cover();
  expect(topics.map(({ key }) => key)).toEqual(["traditions-and-customs", "food", "greeting-and-courtesy"]);
  expect(topics[0]).toMatchObject({ layer: null });
  expect(topics[0]?.below).toContain("food");
  expect(topics[1]).toMatchObject({ layer: topics[0]?.name, below: [] });
  expect(cultures.map(({ code, counts }) => [code, counts])).toEqual([
    ["jp", [1, 2, 1]],
    ["fr", [0, 1, 0]],
  ]);
  expect({ withoutTopic, moreTopics, moreCultures }).toEqual({ withoutTopic: 1, moreTopics: 0, moreCultures: 0 });
  const leaves = await world.db.topic.count({ where: { projectId, children: { none: {} } } });
  expect(unusedTopics).toHaveLength(leaves - 2);
});

test("what is rejected leaves the counts at once, and is told beside them", async () => {
  const { id, version } = await world.db.conversation.findFirstOrThrow({
    where: { projectId, externalId: "d" },
    select: { id: true, version: true },
  });
  await decide.run(world, operator, { project, conversation: id, expectedVersion: version, kind: "reject" });
  const { cultures } = await cover();
  expect(cultures.map(({ code, counts, rejected }) => [code, counts, rejected])).toEqual([
    ["jp", [1, 2, 1], [0, 0, 0]],
    ["fr", [0, 0, 0], [0, 1, 0]],
  ]);
});

test("what is accepted is told apart from what is pending, and the project's target is told", async () => {
  const { id, version } = await world.db.conversation.findFirstOrThrow({
    where: { projectId, externalId: "a" },
    select: { id: true, version: true },
  });
  await decide.run(world, operator, { project, conversation: id, expectedVersion: version, kind: "accept" });
  expect((await cover()).target).toBeNull();
  const { version: expectedVersion } = await world.db.project.findUniqueOrThrow({ where: { id: projectId } });
  await updateProject.run(world, operator, { project, expectedVersion, cellTarget: 12 });
  const { cultures, target } = await cover();
  expect(cultures.map(({ code, accepted }) => [code, accepted])).toEqual([
    ["jp", [0, 1, 0]],
    ["fr", [0, 0, 0]],
  ]);
  expect(target).toBe(12);
});
