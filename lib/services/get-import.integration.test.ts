import { afterAll, beforeAll, expect, test } from "vitest";
import { editConversation } from "./edit-conversation.ts";
import { listConversations } from "./list-conversations.ts";
import { commitStaged, importText, jsonLines, operator, record, stageText } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";

const project = "teas";
let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld();
  await world.addProject(project);
});
afterAll(() => world.end());

const turns = (question: string, answer: string) => [
  { role: "user" as const, content: question },
  { role: "assistant" as const, content: answer },
];

test("an update shows the text of today, edits included, beside the text to come, before anything is written", async () => {
  const asked = "When is tea poured?";
  await importText(world, {
    project,
    text: jsonLines([
      record("tr-1", "tr", asked, "After breakfast."),
      record("jp-1", "jp", asked, "Once the guest is seated."),
      record("us-1", "us", asked, "When it is asked for."),
    ]),
  });
  const { rows } = await listConversations.run(world, operator, { project, culture: ["tr"] });
  const [turkish] = rows;
  await editConversation.run(world, operator, {
    project,
    conversation: turkish?.id ?? "",
    expectedVersion: 1,
    turns: turns(asked, "After breakfast and all day long."),
  });
  const staged = await stageText(world, {
    project,
    text: jsonLines([
      record("tr-1", "tr", asked, "In the afternoon."),
      record("jp-1", "jp", asked, "Once the guest is seated."),
      record("us-1", "us", asked, "When it is asked for.", { language: "es" }),
      record("br-1", "br", asked, "With cake."),
    ]),
  });
  expect(staged.updates.map(({ externalId, turns: toCome, current }) => ({ externalId, toCome, current }))).toEqual([
    {
      externalId: "tr-1",
      toCome: turns(asked, "In the afternoon."),
      current: turns(asked, "After breakfast and all day long."),
    },
    {
      externalId: "us-1",
      toCome: turns(asked, "When it is asked for."),
      current: turns(asked, "When it is asked for."),
    },
  ]);
  expect(staged.lines.map(({ verdict, current }) => [verdict, current === null])).toEqual([
    ["update", false],
    ["unchanged", true],
    ["update", false],
    ["insert", true],
  ]);
  await commitStaged(world, project, staged.import.id);
  const after = await listConversations.run(world, operator, { project, culture: ["tr"] });
  expect(after.rows[0]).toMatchObject({ status: "pending", version: 3 });
});
