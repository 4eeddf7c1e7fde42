import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "#lib/schema/actor.ts";
import type { BulkAct, BulkSet, BulkView } from "#lib/schema/bulk.ts";
import type { Written } from "#lib/schema/decision.ts";
import { getBulk } from "./bulk-view.ts";
import { createTag } from "./create-tag.ts";
import { createUser } from "./create-user.ts";
import { decide } from "./decide.ts";
import { editConversation } from "./edit-conversation.ts";
import { listConversationHistory } from "./list-conversation-history.ts";
import { listHistory } from "./list-history.ts";
import { mergeTags } from "./merge-tags.ts";
import { prepareBulk } from "./prepare-bulk.ts";
import { runBulk } from "./run-bulk.ts";
import { startBulk } from "./start-bulk.ts";
import { tagConversation } from "./tag-conversation.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { stateOfProject } from "./testing/state-of-project.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";
import { verifyProject } from "./verify-project.ts";

let world: TestWorld;
let ada: Actor;
let bo: Actor;
let count = 0;

beforeAll(async () => {
  world = await openTestWorld();
  [ada, bo] = [await addPerson("ada"), await addPerson("bo")];
});
afterAll(() => world.end());

async function addPerson(name: string): Promise<Actor> {
  const input = { email: `${name}@example.org`, name, password: "long enough", membership: null };
  const { id } = await createUser(world, operator, input);
  return { kind: "person", userId: id, name, owner: false };
}

interface Stand {
  slug: string;
  id: string;
  ids: string[];
}

async function stand(rows: number, overlap = 1): Promise<Stand> {
  const slug = `bulk-${++count}`;
  const id = await world.addProject(slug);
  await world.db.project.update({ where: { id }, data: { overlap } });
  for (const { userId } of [ada, bo])
    await world.db.membership.create({ data: { projectId: id, userId: userId ?? "", role: "curator" } });
  const lines = Array.from({ length: rows }, (_, n) =>
    record(`${slug}-${n}`, n % 2 === 0 ? "jp" : "de", `Question ${n}?`, `Answer ${n}.`),
  );
  await importText(world, { project: slug, text: jsonLines(lines) });
  const found = await world.db.conversation.findMany({ where: { projectId: id }, orderBy: { id: "asc" } });
  return { slug, id, ids: found.map((row) => row.id) };
}

const everything: BulkSet = { kind: "matching", filter: {}, except: [] };
const accept: BulkAct = { kind: "decide", decision: "accept" };

function prepare({ slug }: Stand, actor: Actor, act: BulkAct, set: BulkSet = everything): Promise<BulkView> {
  return prepareBulk.run(world, actor, { project: slug, act, set });
}

async function bulk(at: Stand, actor: Actor, act: BulkAct, set: BulkSet = everything): Promise<BulkView> {
  const { id } = await prepare(at, actor, act, set);
  return startBulk.run(world, actor, { project: at.slug, bulk: id });
}

async function turn({ slug }: Stand, actor: Actor, direction: "undo" | "redo", event?: number): Promise<BulkView> {
  const answer = await undo.run(world, actor, { project: slug, direction, event });
  if (!("bulk" in answer)) throw new Error("The newest act is on one conversation");
  return answer.bulk;
}

function say(
  { slug }: Stand,
  actor: Actor,
  conversation: string,
  expectedVersion: number,
  kind: string,
): Promise<Written> {
  return decide.run(world, actor, { project: slug, conversation, expectedVersion, kind });
}

const rowOf = (id: string) => world.db.conversation.findUniqueOrThrow({ where: { id } });
const outcome = ({ state, done, changed, same }: BulkView) => [state, done, changed, same];

async function expectSound({ slug, id }: Stand): Promise<void> {
  expect((await verifyProject(world, { slug, id })).differences).toEqual([]);
}

describe("the preview", () => {
  test("counts what the act would do by one frozen set, and changes nothing", async () => {
    const at = await stand(6);
    const [a = "", b = "", c = "", d = ""] = at.ids;
    await say(at, ada, a, 1, "accept");
    await say(at, bo, b, 1, "reject");
    await say(at, ada, c, 1, "reject");
    await say(at, bo, d, 1, "flag");
    const before = await stateOfProject(world, at.id);
    const view = await prepare(at, ada, accept);
    expect(view).toMatchObject({
      state: "prepared",
      total: 6,
      done: 0,
      changed: 0,
      same: 0,
      person: "ada",
      finishedAt: null,
    });
    expect(view.effect).toEqual({
      byStatus: [
        { status: "accepted", count: 1 },
        { status: "pending", count: 3 },
        { status: "rejected", count: 2 },
      ],
      same: 1,
      decidedByOthers: 1,
      flagged: 1,
    });
    expect(await stateOfProject(world, at.id)).toBe(before);
    // Conversations that match only after the preview are not in the set.
    expect(
      (await prepare(at, ada, accept, { kind: "matching", filter: { status: ["pending"] }, except: [d] })).total,
    ).toBe(2);
  });

  test.each([
    [{ kind: "decide", decision: "accept", reason: "harm" }, "act.reason: an acceptance has no reason."],
    [{ kind: "tag", add: [], remove: [] }, "act.add: names no tag."],
    [{ kind: "tag", add: ["00000000-0000-7000-8000-000000000001"], remove: [] }, /not in this project's vocabulary/],
    [{ kind: "assign", to: "00000000-0000-7000-8000-000000000001" }, /nobody who may decide/],
  ] as const)("refuses %j", async (act, message) => {
    const at = await stand(1);
    await expect(prepareBulk.run(world, ada, { project: at.slug, act, set: everything })).rejects.toThrow(message);
  });

  test("rows of another project are not there, and nobody begins what somebody else prepared", async () => {
    const [one, other] = [await stand(1), await stand(1)];
    const foreign = { kind: "rows" as const, rows: [{ id: other.ids[0] ?? "", version: 1 }] };
    await expect(prepare(one, ada, accept, foreign)).rejects.toThrow("not in this project");
    const { id } = await prepare(one, ada, accept);
    await expect(startBulk.run(world, bo, { project: one.slug, bulk: id })).rejects.toThrow("Somebody else prepared");
    await expect(getBulk.run(world, ada, { project: other.slug, bulk: id })).rejects.toThrow("no such act");
    const none = await prepare(one, ada, accept, { kind: "matching", filter: { status: ["rejected"] }, except: [] });
    await expect(startBulk.run(world, ada, { project: one.slug, bulk: none.id })).rejects.toThrow("nothing to do");
  });
});

describe("a decision on many", () => {
  test("leaves alone what changed since and what is so already; the same again does nothing", async () => {
    const at = await stand(5);
    const [a = "", b = "", c = ""] = at.ids;
    await say(at, ada, a, 1, "accept");
    await say(at, ada, b, 1, "reject");
    await world.db.lease.create({
      data: { conversationId: c, userId: bo.userId ?? "", projectId: at.id, expiresAt: new Date(Date.now() + 60_000) },
    });
    const { id } = await prepare(at, ada, { ...accept, note: null });
    await say(at, bo, at.ids[4] ?? "", 1, "flag");
    const begun = await startBulk.run(world, ada, { project: at.slug, bulk: id });
    expect(outcome(begun)).toEqual(["done", 3, 1, 1]);
    expect(begun.finishedAt).not.toBeNull();
    expect(await rowOf(b)).toMatchObject({ status: "accepted", version: 3, decisionCount: 1, decidedBy: ada.userId });
    expect(await rowOf(at.ids[4] ?? "")).toMatchObject({ status: "pending", version: 2, flagged: true });
    // Ada's rejection is replaced, and nobody need decide what was decided.
    expect(await world.db.decision.count({ where: { conversationId: b, withdrawn: true, kind: "reject" } })).toBe(1);
    expect(await world.db.lease.count({ where: { projectId: at.id } })).toBe(0);
    expect(await startBulk.run(world, ada, { project: at.slug, bulk: id })).toEqual(begun);
    await runBulk(world, id);
    expect(await world.db.event.count({ where: { projectId: at.id, kind: "conversations.acted" } })).toBe(1);
    await expectSound(at);
  });

  test("a rejection carries its reason and note; rows may be given as they were seen", async () => {
    const at = await stand(3);
    const rows = at.ids.map((id) => ({ id, version: 1 }));
    const act: BulkAct = { kind: "decide", decision: "reject", reason: "stereotype", note: "All of one mould." };
    await say(at, bo, at.ids[2] ?? "", 1, "accept");
    expect(outcome(await bulk(at, ada, act, { kind: "rows", rows }))).toEqual(["done", 2, 1, 0]);
    const said = await world.db.decision.findMany({ where: { projectId: at.id, kind: "reject" } });
    expect(said.map(({ reason, note, userId }) => [reason, note, userId])).toEqual(
      [1, 2].map(() => ["stereotype", "All of one mould.", ada.userId]),
    );
    await expectSound(at);
  });

  test("whoever writes against the version from before is told who changed it", async () => {
    const at = await stand(2);
    await bulk(at, ada, accept);
    await expect(say(at, bo, at.ids[0] ?? "", 1, "reject")).rejects.toThrow(
      "ada changed this conversation in the meantime.",
    );
    await turn(at, ada, "undo");
    await expect(say(at, bo, at.ids[0] ?? "", 2, "reject")).rejects.toThrow(
      "ada changed this conversation in the meantime.",
    );
  });

  test("with two deciders a verdict in many counts as one, and is no reason to refuse another's", async () => {
    const at = await stand(3, 2);
    const [a = "", b = "", c = ""] = at.ids;
    await say(at, bo, a, 1, "accept");
    expect(outcome(await bulk(at, ada, accept))).toEqual(["done", 3, 0, 0]);
    expect(await rowOf(a)).toMatchObject({ status: "accepted", decisionCount: 2 });
    expect(await rowOf(b)).toMatchObject({ status: "pending", decisionCount: 1 });
    // Bo saw version 1 of b: Ada's verdict in between does no harm.
    await say(at, bo, b, 1, "accept");
    expect((await rowOf(b)).status).toBe("accepted");
    // But tags in between do.
    const tag = (await world.db.tag.findFirstOrThrow({ where: { projectId: at.id } })).id;
    await bulk(at, ada, { kind: "tag", add: [tag], remove: [] });
    await expect(say(at, bo, c, 2, "accept")).rejects.toThrow("ada changed");
    await turn(at, ada, "undo");
    // The verdict of Bo since is no reason to keep Ada's.
    expect(outcome(await turn(at, ada, "undo"))).toEqual(["undone", 3, 0, 0]);
    await expectSound(at);
  });

  test("with two deciders an undo takes back only the author's verdicts", async () => {
    const at = await stand(2, 2);
    const [a = "", b = ""] = at.ids;
    await bulk(at, ada, accept);
    await say(at, bo, a, 2, "accept");
    expect((await rowOf(a)).status).toBe("accepted");
    expect(outcome(await turn(at, ada, "undo"))).toEqual(["undone", 2, 0, 0]);
    expect(await rowOf(a)).toMatchObject({ status: "pending", decisionCount: 1, decidedBy: bo.userId, version: 4 });
    expect(await rowOf(b)).toMatchObject({ status: "pending", decisionCount: 0, decidedBy: null });
    expect(outcome(await turn(at, ada, "redo"))).toEqual(["done", 2, 0, 0]);
    expect(await rowOf(a)).toMatchObject({ status: "accepted", decisionCount: 2 });
    await expectSound(at);
  });
});

describe("one step of its author", () => {
  test("undo and redo walk over it as over any act, and the history shows one entry", async () => {
    const at = await stand(4);
    const [a = "", b = ""] = at.ids;
    await say(at, ada, a, 1, "reject");
    const start = await stateOfProject(world, at.id);
    const { id } = await bulk(at, ada, accept);
    await say(at, ada, b, 2, "reject");
    const end = await stateOfProject(world, at.id);
    await undo.run(world, ada, { project: at.slug });
    expect(outcome(await turn(at, ada, "undo"))).toEqual(["undone", 4, 0, 0]);
    expect(await stateOfProject(world, at.id)).toBe(start);
    const { rows } = await listHistory.run(world, ada, { project: at.slug });
    expect(rows.map(({ kind, undone, conversation, bulk: many }) => [kind, undone, conversation, many])).toEqual([
      ["conversation.decided", true, b, undefined],
      ["bulk.started", true, null, { id, act: accept, done: 4 }],
      ["conversation.decided", false, a, undefined],
    ]);
    expect(outcome(await turn(at, ada, "redo"))).toEqual(["done", 4, 0, 0]);
    await undo.run(world, ada, { project: at.slug, direction: "redo" });
    expect(await stateOfProject(world, at.id)).toBe(end);
    await expectSound(at);
  });

  test("the history of each of its conversations tells it as done to that one", async () => {
    const at = await stand(2);
    const [a = ""] = at.ids;
    const { id: tag, name } = await world.db.tag.findFirstOrThrow({ where: { projectId: at.id } });
    await bulk(at, ada, { kind: "tag", add: [tag], remove: [] });
    await bulk(at, bo, { kind: "decide", decision: "reject", reason: "stereotype", note: "All alike." });
    await turn(at, bo, "undo");
    await bulk(at, ada, { kind: "assign", to: bo.userId });
    await turn(at, ada, "undo");
    await turn(at, ada, "undo");
    await turn(at, ada, "redo");
    const { rows } = await listConversationHistory.run(world, ada, { project: at.slug, conversation: a });
    expect(rows.map(({ person, what, undone, note }) => [person, what, undone, note])).toEqual([
      ["ada", `did again: tagged it “${name}”`, false, null],
      ["ada", `took back: tagged it “${name}”`, false, null],
      ["ada", "took back: changed whom it is assigned to", false, null],
      ["ada", "changed whom it is assigned to", true, null],
      ["bo", "took back: rejected it: Stereotype", false, null],
      ["bo", "rejected it: Stereotype", true, "All alike."],
      ["ada", `tagged it “${name}”`, false, null],
      [null, "imported it from file.jsonl", false, null],
    ]);
  });

  test("what somebody changed since stays as it is, is counted, and a redo does not touch it", async () => {
    const at = await stand(3);
    const [a = ""] = at.ids;
    await bulk(at, ada, accept);
    await say(at, bo, a, 2, "reject");
    expect(outcome(await turn(at, ada, "undo"))).toEqual(["undone", 2, 1, 0]);
    expect(await rowOf(a)).toMatchObject({ status: "rejected", version: 3, decidedBy: bo.userId });
    expect(outcome(await turn(at, ada, "redo"))).toEqual(["done", 2, 1, 0]);
    expect((await rowOf(a)).version).toBe(3);
    await expectSound(at);
  });

  test("an older act on one of its conversations waits until it is taken back", async () => {
    const at = await stand(2);
    const { event } = await say(at, bo, at.ids[0] ?? "", 1, "accept");
    await bulk(at, ada, { kind: "decide", decision: "reject" });
    await expect(undo.run(world, bo, { project: at.slug })).rejects.toThrow("was changed since");
    await turn(at, ada, "undo");
    expect(await undo.run(world, bo, { project: at.slug })).toMatchObject({ status: "pending" });
    expect(event).toBeGreaterThan(0);
    await expectSound(at);
  });

  test("curators take back anybody's by its event, annotators none", async () => {
    const at = await stand(2);
    await bulk(at, ada, accept);
    const { number } = await world.db.event.findFirstOrThrow({ where: { projectId: at.id, kind: "bulk.started" } });
    await expect(undo.run(world, bo, { project: at.slug })).rejects.toThrow("Nothing of yours");
    expect(outcome(await turn(at, bo, "undo", Number(number)))).toEqual(["undone", 2, 0, 0]);
    await expect(say(at, ada, at.ids[0] ?? "", 2, "reject")).rejects.toThrow("bo changed this conversation");
    await turn(at, ada, "redo");
    const token: Actor = {
      kind: "token",
      tokenId: "t",
      userId: ada.userId ?? "",
      name: "t",
      owner: false,
      role: "annotator",
      projectId: at.id,
    };
    await expect(undo.run(world, token, { project: at.slug })).rejects.toThrow("needs curator or above");
    await expectSound(at);
  });
});

describe("tags and people", () => {
  async function addTag({ slug }: Stand, name: string): Promise<string> {
    return (await createTag.run(world, operator, { project: slug, name, kind: "other", parent: null })).id;
  }
  const tagsOf = async (id: string) =>
    (await world.db.conversationTag.findMany({ where: { conversationId: id } })).map(({ tagId }) => tagId).sort();

  test("adds and removes tags, and gives back exactly what was there", async () => {
    const at = await stand(3);
    const [a = "", b = ""] = at.ids;
    const [one, two] = [await addTag(at, "one"), await addTag(at, "two")];
    await tagConversation.run(world, ada, { project: at.slug, conversation: a, expectedVersion: 1, add: [one] });
    await tagConversation.run(world, ada, { project: at.slug, conversation: b, expectedVersion: 1, add: [two] });
    const start = await stateOfProject(world, at.id);
    const act: BulkAct = { kind: "tag", add: [one], remove: [two] };
    expect((await prepare(at, ada, act)).effect).toMatchObject({ same: 1, decidedByOthers: 0 });
    expect(outcome(await bulk(at, ada, act))).toEqual(["done", 2, 0, 1]);
    for (const id of at.ids) expect(await tagsOf(id)).toEqual([one]);
    await turn(at, ada, "undo");
    expect(await stateOfProject(world, at.id)).toBe(start);
    await turn(at, ada, "redo");
    for (const id of at.ids) expect(await tagsOf(id)).toEqual([one]);
    await expectSound(at);
  });

  test("a tag merged before its batch leads to its target; merged since, the act cannot be taken back", async () => {
    const at = await stand(2);
    const [old, target] = [await addTag(at, "old"), await addTag(at, "target")];
    const { id } = await prepare(at, ada, { kind: "tag", add: [old], remove: [] });
    await mergeTags.run(world, operator, { project: at.slug, tag: old, into: target, expectedVersion: 1 });
    expect(outcome(await startBulk.run(world, ada, { project: at.slug, bulk: id }))).toEqual(["done", 2, 0, 0]);
    for (const one of at.ids) expect(await tagsOf(one)).toEqual([target]);
    await turn(at, ada, "undo");
    for (const one of at.ids) expect(await tagsOf(one)).toEqual([]);
    await turn(at, ada, "redo");
    const last = await addTag(at, "last");
    await mergeTags.run(world, operator, { project: at.slug, tag: target, into: last, expectedVersion: 1 });
    expect(outcome(await turn(at, ada, "undo"))).toEqual(["undone", 0, 2, 0]);
    await expectSound(at);
    const { id: next } = await bulk(at, ada, { kind: "tag", add: [], remove: [last] });
    const first = await addTag(at, "first");
    await mergeTags.run(world, operator, { project: at.slug, tag: last, into: first, expectedVersion: 1 });
    await expect(turn(at, ada, "undo")).rejects.toThrow("A tag of this act was merged since");
    expect((await getBulk.run(world, ada, { project: at.slug, bulk: next })).state).toBe("done");
  });

  test("asks somebody, asks nobody, and an import that comes over it keeps whom it asked", async () => {
    const at = await stand(3);
    const start = await stateOfProject(world, at.id);
    await bulk(
      at,
      ada,
      { kind: "assign", to: bo.userId },
      { kind: "rows", rows: [{ id: at.ids[1] ?? "", version: 1 }] },
    );
    expect((await rowOf(at.ids[1] ?? "")).assigneeId).toBe(bo.userId);
    expect(outcome(await bulk(at, ada, { kind: "assign", to: bo.userId }))).toEqual(["done", 2, 0, 1]);
    await turn(at, ada, "undo");
    await turn(at, ada, "undo");
    expect(await stateOfProject(world, at.id)).toBe(start);
    await turn(at, ada, "redo");
    const text = jsonLines([record(`${at.slug}-1`, "de", "Question 1?", "Another answer.")]);
    await importText(world, { project: at.slug, text });
    expect((await rowOf(at.ids[1] ?? "")).assigneeId).toBe(bo.userId);
    await editConversation.run(world, bo, {
      project: at.slug,
      conversation: at.ids[1] ?? "",
      expectedVersion: (await rowOf(at.ids[1] ?? "")).version,
      turns: [{ role: "user", content: "Another question?" }],
    });
    await expectSound(at);
  });
});
