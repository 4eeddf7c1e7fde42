import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/schema/actor.ts";
import { decide } from "./decide.ts";
import { editConversation } from "./edit-conversation.ts";
import { getTriageCard } from "./get-triage-card.ts";
import { addPerson } from "./testing/add-person.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";
import { updateProject } from "./update-project.ts";
import { verifyProject } from "./verify-project.ts";

const project = "ratings";
let world: TestWorld;
let projectId: string;
let ada: Actor;
let conversations: string[];

beforeAll(async () => {
  world = await openTestWorld();
  projectId = await world.addProject(project);
  ada = await addPerson(world, projectId, "Ada", "annotator");
  const lines = Array.from({ length: 8 }, (_, n) => record(`r-${n}`, "jp", `Question ${n}?`, `Answer ${n}.`));
  await importText(world, { project, text: jsonLines(lines) });
  await updateProject.run(world, operator, {
    project,
    expectedVersion: 1,
    ratings: ["importance", "plausibility"],
    blind: true,
  });
  const rows = await world.db.conversation.findMany({ where: { projectId }, orderBy: { id: "asc" } });
  conversations = rows.map(({ id }) => id);
});
afterAll(() => world.end());

const differences = async () => (await verifyProject(world, { id: projectId, slug: project })).differences;

function next(): string {
  const id = conversations.shift();
  if (id === undefined) throw new RangeError("No conversation is left");
  return id;
}
const shownWith = (id: string) => ({ order: [id], scoresHidden: false, culturesHidden: true, milliseconds: 4200 });
const mine = async (conversation: string) =>
  (await getTriageCard.run(world, ada, { project, conversation })).conversation.decisions;

test("ratings and how the card stood are kept with the decision and in its event; a new verdict keeps none of them", async () => {
  const conversation = next();
  const shown = shownWith(conversation);
  const first = await decide.run(world, ada, {
    project,
    conversation,
    expectedVersion: 1,
    kind: "reject",
    reason: "untrue",
    note: "No such custom.",
    ratings: { plausibility: 1, importance: 4 },
    shown,
  });
  expect(await mine(conversation)).toMatchObject([
    { kind: "reject", reason: "untrue", note: "No such custom.", ratings: { importance: 4, plausibility: 1 } },
  ]);
  const row = await world.db.decision.findFirstOrThrow({ where: { conversationId: conversation } });
  expect(row.shown).toEqual(shown);
  const event = await world.db.event.findFirstOrThrow({ where: { projectId, number: first.event } });
  expect(event.payload).toMatchObject({ ratings: { importance: 4, plausibility: 1 }, shown });

  const accepting = { project, conversation, expectedVersion: 2, kind: "accept", ratings: {} } as const;
  await decide.run(world, ada, accepting);
  expect(await mine(conversation)).toMatchObject([{ kind: "accept", reason: null, note: null, ratings: null }]);
  await undo.run(world, ada, { project });
  expect(await mine(conversation)).toMatchObject([{ kind: "reject", ratings: { importance: 4, plausibility: 1 } }]);
  expect(await differences()).toEqual([]);
});

test("an edit that accepts carries note and ratings; one that does not is refused with them", async () => {
  const conversation = next();
  const turns = [
    { role: "user", content: "Asked anew?" },
    { role: "assistant", content: "Answered." },
  ];
  const edit = { project, conversation, expectedVersion: 1, turns, note: "Shortened", ratings: { importance: 5 } };
  await expect(editConversation.run(world, ada, edit)).rejects.toThrow(
    "note: goes with an edit that is accepted in the same step.",
  );
  await editConversation.run(world, ada, { ...edit, accept: true, shown: shownWith(conversation) });
  expect(await mine(conversation)).toMatchObject([
    { kind: "accept", note: "Shortened", ratings: { importance: 5 }, revision: 2 },
  ]);
  expect(await differences()).toEqual([]);
});

test("an edit may be called a rewriting, which the revision and its event keep", async () => {
  const conversation = next();
  const turns = (answer: string) => [
    { role: "user", content: "Asked anew?" },
    { role: "assistant", content: answer },
  ];
  const edit = { project, conversation, turns: turns("Another answer."), rewritten: true };
  const written = await editConversation.run(world, ada, { ...edit, expectedVersion: 1 });
  const again = { ...edit, turns: turns("Another answer!"), rewritten: false };
  await editConversation.run(world, ada, { ...again, expectedVersion: written.version });
  const { conversation: card } = await getTriageCard.run(world, ada, { project, conversation });
  expect(card.revisions.map(({ rewritten }) => rewritten)).toEqual([false, true, false]);
  const event = await world.db.event.findFirstOrThrow({ where: { projectId, number: written.event } });
  expect(event.payload).toMatchObject({ revision: 2, rewritten: true });
  expect(await differences()).toEqual([]);
});

test("reasons of another kind and ratings that nobody asked for are refused in a sentence, and change nothing", async () => {
  const conversation = next();
  const deciding = (more: object) => decide.run(world, ada, { project, conversation, expectedVersion: 1, ...more });
  await expect(deciding({ kind: "skip", reason: "untrue" })).rejects.toThrow(
    "reason: a skip may only have the reason not-my-culture.",
  );
  await expect(deciding({ kind: "accept", reason: "harm" })).rejects.toThrow("reason: an acceptance has no reason.");
  await expect(deciding({ kind: "accept", ratings: { distinctiveness: 2 } })).rejects.toThrow(
    "ratings: this project does not ask for distinctiveness, only for importance or plausibility.",
  );
  expect(await mine(conversation)).toEqual([]);
  await deciding({ kind: "skip", reason: "not-my-culture" });
  expect(await mine(conversation)).toMatchObject([{ kind: "skip", reason: "not-my-culture" }]);
});

test("verify names ratings that are not those of the event", async () => {
  const conversation = next();
  await decide.run(world, ada, {
    project,
    conversation,
    expectedVersion: 1,
    kind: "accept",
    ratings: { importance: 2 },
  });
  const row = await world.db.decision.findFirstOrThrow({ where: { conversationId: conversation } });
  const setTo = (ratings: object) => world.db.decision.update({ where: { id: row.id }, data: { ratings } });
  await setTo({ importance: 5 });
  expect(await differences()).toEqual([
    { kind: "decision.ratings", id: row.id, expected: '{"importance":2}', found: '{"importance":5}' },
  ]);
  await setTo({ importance: 2 });
  expect(await differences()).toEqual([]);
});
