import { afterAll, beforeAll, expect, test } from "vitest";
import { openProjectColumns } from "#lib/db/columns/project-columns.ts";
import type { Actor } from "#lib/schema/actor.ts";
import type { ConversationFilter } from "#lib/schema/conversation-search.ts";
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
