import { afterAll, beforeAll, expect, test } from "vitest";
import { editConversation } from "./edit-conversation.ts";
import { indexSearch } from "./index-search.ts";
import { rescoreConversation } from "./rescore-conversation.ts";
import { scoreProject } from "./score-project.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { verifyProject } from "./verify-project.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.end());

const rain = "Long rains end with bread soaked in warm milk, shared from one bowl beside the hearth.";
const boats = "Boats come home painted blue, and nets hang drying between the lime trees of the square.";
const lanterns = "Paper lanterns drift along the canal while cousins whisper wishes into folded leaves.";

/** Two cultures say the same of the rain, one says it twice, and each has something of its own. */
async function newProject(slug: string): Promise<string> {
  const id = await world.addProject(slug);
  const lines = [
    record("jp-rain", "jp", "What ends the rains?", rain),
    record("jp-again", "jp", "How do the rains end?", rain),
    record("jp-boats", "jp", "When do boats come home?", boats),
    record("mx-rain", "mx", "What ends the rains?", rain),
    record("ng-lanterns", "ng", "What drifts along the canal?", lanterns),
    record("ng-open", "ng", "Unanswered?", "x", { messages: [{ role: "user", content: "Nobody answered this?" }] }),
  ];
  await importText(world, { project: slug, text: jsonLines(lines) });
  await indexSearch(world, id);
  return id;
}

/** Neighbours by external ids. */
async function readNeighbours(projectId: string) {
  const rows = await world.db.neighbour.findMany({ where: { projectId }, include: { conversation: true } });
  const names = new Map(
    rows.map(({ conversationId, conversation }) => [conversationId, conversation.externalId ?? ""]),
  );
  const named = (list: unknown) =>
    (list as { id: string; similarity: number }[]).map(({ id, similarity }) => [names.get(id), similarity]);
  return Object.fromEntries(
    rows.map(({ conversation, home, abroad, ...row }) => [
      conversation.externalId,
      { home: named(home), abroad: named(abroad), same: [row.sameIn, row.compared], revision: row.revision },
    ]),
  );
}

async function edit(project: string, projectId: string, externalId: string, answer: string) {
  const { id, version } = await world.db.conversation.findFirstOrThrow({ where: { projectId, externalId } });
  await editConversation.run(world, operator, {
    project,
    conversation: id,
    expectedVersion: version,
    turns: [
      { role: "user", content: "What ends the rains?" },
      { role: "assistant", content: answer },
    ],
  });
  await rescoreConversation(world, projectId, id);
}

test("scoring finds who is near whom, and says how", async () => {
  const id = await newProject("near");
  await scoreProject(world, id);
  const found = await readNeighbours(id);
  expect(Object.keys(found)).toHaveLength(6);
  // The answer is equal, the question is not: short of 1, and a near copy.
  const again = found["jp-rain"]?.home[0];
  expect([again?.[0], Number(again?.[1]) > 0.9, Number(again?.[1]) < 1]).toEqual(["jp-again", true, true]);
  expect(found["jp-rain"]?.abroad[0]).toEqual(["mx-rain", 1]);
  // By its sibling: one other culture answers the question, and says the same.
  expect(found["jp-rain"]?.same).toEqual([1, 1]);
  expect(found["mx-rain"]?.same).toEqual([1, 1]);
  // Nobody else answers its question: two other cultures write in its language, and neither says the like.
  expect(found["ng-lanterns"]?.same).toEqual([0, 2]);
  expect(found["ng-open"]).toEqual({ home: [], abroad: [], same: [0, 0], revision: 1 });
  const pass = await world.db.neighbourPass.findUniqueOrThrow({ where: { projectId: id } });
  expect([pass.basis, pass.items, pass.exact, pass.recall]).toEqual(["lexical", 5, true, null]);
});

test("an edit moves the conversation among its neighbours, on both sides", async () => {
  const id = await newProject("edited");
  await scoreProject(world, id);
  await edit("edited", id, "mx-rain", boats);
  const apart = await readNeighbours(id);
  expect(apart["mx-rain"]?.abroad[0]?.[0]).toBe("jp-boats");
  expect([apart["mx-rain"]?.same, apart["mx-rain"]?.revision]).toEqual([[0, 1], 2]);
  expect(apart["jp-boats"]?.abroad[0]?.[0]).toBe("mx-rain");
  expect(apart["jp-rain"]?.same).toEqual([0, 1]);
  await edit("edited", id, "mx-rain", rain);
  const back = await readNeighbours(id);
  expect(back["jp-rain"]?.abroad[0]).toEqual(["mx-rain", 1]);
  expect([back["jp-rain"]?.same, back["mx-rain"]?.same]).toEqual([
    [1, 1],
    [1, 1],
  ]);
});

test("scored twice it comes out the same, and the history holds", async () => {
  const id = await newProject("again");
  await scoreProject(world, id);
  const first = await readNeighbours(id);
  await scoreProject(world, id);
  expect(await readNeighbours(id)).toEqual(first);
  expect((await verifyProject(world, { id, slug: "again" })).differences).toEqual([]);
});
