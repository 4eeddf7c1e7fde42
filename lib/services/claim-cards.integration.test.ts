import { afterAll, beforeAll, expect, test } from "vitest";
import { openProjectColumns } from "#lib/db/columns/project-columns.ts";
import type { Actor } from "#lib/schema/actor.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
import type { QueueOrder } from "#lib/schema/queue-order.ts";
import { claimCards } from "./claim-cards.ts";
import { decide } from "./decide.ts";
import { addPerson } from "./testing/add-person.ts";
import { importText, jsonLines, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.end());

/** A project of `each` conversations in each culture, one culture after the other; two annotators. */
async function addQueue(project: string, cultures: readonly string[], each: number) {
  const projectId = await world.addProject(project);
  const lines = cultures.flatMap((culture) =>
    Array.from({ length: each }, (_, n) => record(`${culture}-${n}`, culture, `${n}?`, `${culture} ${n}.`)),
  );
  await importText(world, { project, text: jsonLines(lines) });
  const [ada, bo] = [
    await addPerson(world, projectId, `Ada of ${project}`, "annotator"),
    await addPerson(world, projectId, `Bo of ${project}`, "annotator"),
  ];
  const claim = async (actor: Actor, count: number, exclude: string[] = []) => {
    const { cards } = await claimCards.run(world, actor, { project, count, exclude });
    return cards.map(({ conversation }) => conversation);
  };
  const names = async (actor: Actor, count: number, exclude: string[] = []) =>
    (await claim(actor, count, exclude)).map(({ externalId }) => externalId);
  const end = () => world.db.lease.deleteMany({ where: { projectId } });
  return { projectId, ada, bo, claim, names, end };
}

test("what somebody is asked to decide comes first for them and to nobody else", async () => {
  const { projectId, ada, bo, names, end } = await addQueue("asked", ["jp", "de"], 3);
  const assign = (externalId: string, assigneeId: string) =>
    world.db.conversation.updateMany({ where: { projectId, externalId }, data: { assigneeId } });
  await assign("de-1", ada.userId);
  await assign("jp-0", bo.userId);
  expect(await names(ada, 3)).toEqual(["de-1", "jp-1", "jp-2"]);
  await end();
  expect(await names(bo, 5)).toEqual(["jp-0", "jp-1", "jp-2", "de-0", "de-2"]);
});

test("after a skip as not one's culture its other conversations come last, until the skip is taken back", async () => {
  const project = "skipped";
  const { ada, bo, claim, names, end } = await addQueue(project, ["jp", "de", "br"], 2);
  const [first] = await claim(ada, 1);
  if (!first) throw new RangeError("The queue has conversations");
  expect(first.externalId).toBe("jp-0");
  const skip = { project, conversation: first.id, expectedVersion: 1, kind: "skip", reason: "not-my-culture" } as const;
  await decide.run(world, ada, skip);
  expect(await names(ada, 5)).toEqual(["de-0", "de-1", "br-0", "br-1", "jp-1"]);
  await end();
  // For others nothing changes.
  expect(await names(bo, 5)).toEqual(["jp-0", "jp-1", "de-0", "de-1", "br-0"]);
  await end();
  await undo.run(world, ada, { project });
  expect(await names(ada, 3)).toEqual(["jp-0", "jp-1", "de-0"]);
});

test("claiming none renews what is held, and takes nothing that is not", async () => {
  const { projectId, ada, bo, claim, names } = await addQueue("renewed", ["jp"], 3);
  const [held, other] = await claim(ada, 2);
  if (!held || !other) throw new RangeError("The queue has conversations");
  const ends = async (conversationId: string, userId: string) =>
    (await world.db.lease.findUnique({ where: { conversationId_userId: { conversationId, userId } } }))?.expiresAt;
  const soon = new Date(Date.now() + 5_000);
  await world.db.lease.updateMany({ where: { projectId }, data: { expiresAt: soon } });
  expect(await names(ada, 0, [held.id])).toEqual([]);
  expect((await ends(held.id, ada.userId))?.getTime()).toBeGreaterThan(soon.getTime() + 60_000);
  expect(await ends(other.id, ada.userId)).toEqual(soon);
  expect(await names(bo, 0, [held.id])).toEqual([]);
  expect(await ends(held.id, bo.userId)).toBeUndefined();
});

test("what is left is the same from the columns and from the table: pending, asked of nobody else, neither decided nor skipped", async () => {
  const project = "left";
  const { projectId, ada, bo, claim, end } = await addQueue(project, ["jp", "de"], 6);
  await world.db.project.update({ where: { id: projectId }, data: { overlap: 2 } });
  const left = async (asked: typeof world, filter: ConversationFilter = {}) =>
    (await claimCards.run(asked, ada, { project, count: 0, filter })).left;
  const both = async (filter?: ConversationFilter) => {
    await world.columns.look(projectId, () => {});
    return [await left(world, filter), await left({ ...world, columns: openProjectColumns(world.pool) }, filter)];
  };
  expect(await both()).toEqual([12, 12]);
  const said = async (actor: typeof ada, kind: "accept" | "skip" | "flag") => {
    const [next] = await claim(actor, 1);
    if (!next) throw new RangeError("The queue has conversations");
    const reason = kind === "skip" ? { reason: "not-my-culture" } : {};
    await decide.run(world, actor, { project, conversation: next.id, expectedVersion: next.version, kind, ...reason });
    await end();
  };
  await said(ada, "accept"); // one of two verdicts: still pending, but no longer hers
  await said(ada, "skip");
  await said(bo, "skip"); // his own matter
  await said(ada, "flag"); // a flag leaves it to her
  expect(await both()).toEqual([10, 10]);
  const { id } = await world.db.conversation.findFirstOrThrow({ where: { projectId, externalId: "de-5" } });
  await world.db.conversation.update({ where: { id }, data: { assigneeId: bo.userId } });
  expect(await both()).toEqual([9, 9]);
  expect(await both({ culture: ["de"] })).toEqual([5, 5]);
  expect(await both({ assignee: [bo.userId] })).toEqual([0, 0]);
  await undo.run(world, ada, { project });
  await undo.run(world, ada, { project });
  expect(await both()).toEqual([10, 10]);
});

test("a queue comes in the order that is asked for, and holds everything in each", async () => {
  const project = "ordered";
  const { projectId, ada, bo, end } = await addQueue(project, ["jp", "de"], 4);
  const set = (externalId: string, data: { representativeness?: number; disagreement?: number; assigneeId?: string }) =>
    world.db.conversation.updateMany({ where: { projectId, externalId }, data });
  await set("jp-0", { representativeness: 0.9, disagreement: 0.1 });
  await set("jp-3", { representativeness: 0.52 });
  await set("de-1", { representativeness: 0.45, disagreement: 0.7 });
  await set("de-2", { disagreement: 0.4 });
  const inOrder = async (actor: Actor, order: QueueOrder, count = 5) => {
    const { cards } = await claimCards.run(world, actor, { project, count, order });
    await end();
    return cards.map(({ conversation }) => conversation.externalId);
  };
  const near = { by: "near", measure: "representativeness", value: 0.5 } as const;
  expect(await inOrder(ada, near, 4)).toEqual(["jp-3", "de-1", "jp-0", "jp-1"]);
  expect(await inOrder(ada, { by: "disagreement" }, 4)).toEqual(["de-1", "de-2", "jp-0", "jp-1"]);
  const shuffled = await inOrder(ada, { by: "random" });
  expect(await inOrder(ada, { by: "random" })).toEqual(shuffled);
  expect(await inOrder(bo, { by: "random" })).not.toEqual(shuffled);
  // Whom a conversation is given to weighs more than any order.
  await set("de-3", { assigneeId: ada.userId });
  expect(await inOrder(ada, near, 2)).toEqual(["de-3", "jp-3"]);
  expect(await inOrder(bo, near, 5)).toEqual(["jp-3", "de-1", "jp-0", "jp-1", "jp-2"]);
});

test("thin cells come first: those of culture and topic that have the fewest accepted", async () => {
  const project = "thin";
  const { projectId, ada, claim, names, end } = await addQueue(project, ["jp", "de"], 3);
  const [food, dress] = await world.db.topic.findMany({ where: { projectId, parentId: { not: null } }, take: 2 });
  if (!food || !dress) throw new RangeError("The registry has topics");
  const place = (externalId: string, topicId: string) =>
    world.db.conversation.updateMany({ where: { projectId, externalId }, data: { topicId } });
  for (const name of ["jp-0", "jp-1", "de-0"]) await place(name, food.id);
  await place("de-1", dress.id);
  expect(await names(ada, 1)).toEqual(["jp-0"]);
  await end();
  const [first] = await claim(ada, 1);
  if (!first) throw new RangeError("The queue has conversations");
  await decide.run(world, ada, { project, conversation: first.id, expectedVersion: 1, kind: "accept" });
  await end();
  const { cards } = await claimCards.run(world, ada, { project, count: 5, order: { by: "thin" } });
  // jp × food has one now; what has no topic is of no cell.
  expect(cards.map(({ conversation }) => conversation.externalId)).toEqual(["de-0", "de-1", "jp-1", "jp-2", "de-2"]);
});
