import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/schema/actor.ts";
import { comment, restoreComment, withdrawComment } from "./comments.ts";
import { decide } from "./decide.ts";
import { getTriageCard } from "./get-triage-card.ts";
import { addPerson } from "./testing/add-person.ts";
import { importText, jsonLines, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";
import { verifyProject } from "./verify-project.ts";

const project = "words";
let world: TestWorld;
let projectId: string;
let ada: Actor;
let bo: Actor;
let cyn: Actor;
let conversation: string;

beforeAll(async () => {
  world = await openTestWorld();
  projectId = await world.addProject(project);
  ada = await addPerson(world, projectId, "Ada", "annotator");
  bo = await addPerson(world, projectId, "Bo", "annotator");
  cyn = await addPerson(world, projectId, "Cyn", "curator");
  await importText(world, { project, text: jsonLines([record("one", "jp", "Question?", "Answer.")]) });
  conversation = (await world.db.conversation.findFirstOrThrow({ where: { projectId } })).id;
});
afterAll(() => world.end());

const card = async (actor: Actor) => (await getTriageCard.run(world, actor, { project, conversation })).conversation;
const bodies = async () => (await card(ada)).comments.map(({ body }) => body);
const differences = async () => (await verifyProject(world, { id: projectId, slug: project })).differences;

test("comments stand on the card, oldest first, and move neither the version nor what can be undone", async () => {
  await decide.run(world, ada, { project, conversation, expectedVersion: 1, kind: "accept" });
  await comment.run(world, ada, { project, conversation, body: "  नमस्ते, is this so everywhere?  " });
  await comment.run(world, bo, { project, conversation, body: "Mostly." });
  const { comments, version } = await card(ada);
  expect(version).toBe(2);
  expect(comments).toMatchObject([
    { body: "नमस्ते, is this so everywhere?", person: "Ada", mine: true, revision: 1 },
    { body: "Mostly.", person: "Bo", mine: false, revision: 1 },
  ]);
  // A comment of somebody else is no change of the conversation.
  await undo.run(world, ada, { project });
  expect(await differences()).toEqual([]);
});

test("who wrote a comment, or a curator, withdraws it and puts it back; twice is once", async () => {
  const { id } = await comment.run(world, ada, { project, conversation, body: "By mistake" });
  const at = { project, conversation, comment: id };
  await expect(withdrawComment.run(world, bo, at)).rejects.toThrow("by who wrote it, or by a curator");
  await withdrawComment.run(world, ada, at);
  await withdrawComment.run(world, ada, at);
  expect(await bodies()).not.toContain("By mistake");
  expect(await world.db.event.count({ where: { projectId, kind: "conversation.comment-withdrawn" } })).toBe(1);
  await restoreComment.run(world, ada, at);
  await withdrawComment.run(world, cyn, at);
  await restoreComment.run(world, cyn, at);
  expect(await bodies()).toContain("By mistake");
  expect(await differences()).toEqual([]);
  await expect(withdrawComment.run(world, cyn, { ...at, comment: world.newId() })).rejects.toThrow("no such comment");
});

test.each([
  ["body", { body: "Something else" }],
  ["withdrawn", { withdrawn: true }],
  ["user", { userId: null }],
])("verify names a comment with another %s", async (field, data) => {
  const { id } = await comment.run(world, bo, { project, conversation, body: "As it was" });
  const was = await world.db.comment.findUniqueOrThrow({ where: { id } });
  await world.db.comment.update({ where: { id }, data });
  expect((await differences()).map(({ kind, id: of }) => [kind, of])).toEqual([[`comment.${field}`, id]]);
  await world.db.comment.update({ where: { id }, data: was });
});

test("verify names a comment that is gone and one that no event tells of", async () => {
  const row = await world.db.comment.findFirstOrThrow({ where: { projectId } });
  await world.db.comment.delete({ where: { id: row.id } });
  expect((await differences()).map(({ kind }) => kind)).toEqual(["comment.missing"]);
  const stray = world.newId();
  await world.db.comment.createMany({ data: [row, { ...row, id: stray }] });
  expect(await differences()).toMatchObject([{ kind: "comment.unknown", id: stray }]);
  await world.db.comment.delete({ where: { id: stray } });
});
