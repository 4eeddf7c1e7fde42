import { afterAll, beforeAll, expect, test } from "vitest";
import { StudioError } from "#lib/errors.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { getBulk } from "./bulk-view.ts";
import { createUser } from "./create-user.ts";
import { decide } from "./decide.ts";
import { editConversation } from "./edit-conversation.ts";
import { prepareBulk } from "./prepare-bulk.ts";
import { runBulk } from "./run-bulk.ts";
import { startBulk } from "./start-bulk.ts";
import { tagConversation } from "./tag-conversation.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { stateOfProject, statesOf } from "./testing/state-of-project.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";
import { verifyProject } from "./verify-project.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.end());

async function stand(slug: string, rows: number): Promise<{ slug: string; id: string; ids: string[] }> {
  const id = await world.addProject(slug);
  const lines = Array.from({ length: rows }, (_, n) => record(`${slug}-${n}`, "jp", `Question ${n}?`, `Answer ${n}.`));
  await importText(world, { project: slug, text: jsonLines(lines) });
  const found = await world.db.conversation.findMany({ where: { projectId: id }, orderBy: { id: "asc" } });
  return { slug, id, ids: found.map((row) => row.id) };
}

async function addPerson(name: string, project: string): Promise<Actor> {
  const membership = { project, role: "curator" };
  const { id } = await createUser(world, operator, {
    email: `${name}@example.org`,
    name,
    password: "long enough",
    membership,
  });
  return { kind: "person", userId: id, name, owner: false };
}

test("L6: 10,000 are accepted while 10 people work among them: accepted and changed make 10,000, and an undo gives back what was there", async () => {
  const rows = 10_000;
  const { slug, id: projectId, ids } = await stand("l6", rows);
  const people = await Promise.all(Array.from({ length: 10 }, (_, n) => addPerson(`hand-${n}`, slug)));
  const ada = await addPerson("ada", slug);
  const before = await statesOf(world, projectId);
  const act = { kind: "decide", decision: "accept" };
  const prepared = await prepareBulk.run(world, ada, {
    project: slug,
    act,
    set: { kind: "matching", filter: { status: ["pending"], culture: ["jp"] } },
  });
  expect(prepared).toMatchObject({ total: rows, effect: { same: 0, decidedByOthers: 0, flagged: 0 } });

  const touched = new Set<string>();
  let working = true;
  /** Each decides, from both ends and among the batches, on conversations of their own. */
  const work = async (person: Actor, hand: number) => {
    for (let n = hand; working && n < rows; n += 10 * 67) {
      for (const place of [n, rows - 1 - n]) {
        const conversation = ids[place] ?? "";
        const { version } = await world.db.conversation.findUniqueOrThrow({ where: { id: conversation } });
        try {
          await decide.run(world, person, {
            project: slug,
            conversation,
            expectedVersion: version,
            kind: n % 3 === 0 ? "flag" : "reject",
          });
          touched.add(conversation);
        } catch (error) {
          // The act came first, between the look and the decision.
          if (!(error instanceof StudioError && error.code === "conflict")) throw error;
        }
      }
    }
  };
  const atWork = people.map(work);
  const begun = await startBulk.run(world, ada, { project: slug, bulk: prepared.id });
  expect(begun.state).toBe("running");
  // Two workers at once come to the same as one.
  await Promise.all([runBulk(world, prepared.id), runBulk(world, prepared.id)]);
  working = false;
  await Promise.all(atWork);

  const done = await getBulk.run(world, ada, { project: slug, bulk: prepared.id });
  expect(done).toMatchObject({ state: "done", same: 0, total: rows });
  expect(done.done + done.changed).toBe(rows);
  expect(done.done).toBeGreaterThan(0);
  expect(touched.size).toBeGreaterThanOrEqual(done.changed);
  const left = await prepareBulk.run(world, ada, {
    project: slug,
    act,
    set: { kind: "matching", filter: { leftBy: prepared.id } },
  });
  expect(left.total).toBe(done.changed);
  const middle = await statesOf(world, projectId);
  for (const conversation of ids)
    if (!touched.has(conversation)) expect(middle.get(conversation)).toMatch(/^accepted /);

  const taken = await undo.run(world, ada, { project: slug });
  expect(taken).toMatchObject({ bulk: { state: "undoing" } });
  await runBulk(world, prepared.id);
  const undone = await getBulk.run(world, ada, { project: slug, bulk: prepared.id });
  expect(undone.state).toBe("undone");
  expect(undone.done + undone.changed).toBe(rows);
  const after = await statesOf(world, projectId);
  // What nobody else touched is as it was; what they did stands.
  for (const conversation of ids)
    expect(after.get(conversation)).toBe((touched.has(conversation) ? middle : before).get(conversation));
  expect((await verifyProject(world, { slug, id: projectId })).differences).toEqual([]);
}, 60_000);

test("U8: fifty acts of every kind, 500 conversations at once among them, are taken back one by one to where they began", async () => {
  const { slug, id: projectId, ids } = await stand("u8", 600);
  const bea = await addPerson("bea", slug);
  const tags = (await world.db.tag.findMany({ where: { projectId }, take: 3 })).map(({ id }) => id);
  const [first = "", second = "", third = ""] = tags;
  const start = await stateOfProject(world, projectId);
  const versionOf = async (id: string) => (await world.db.conversation.findUniqueOrThrow({ where: { id } })).version;
  const set = (from: number) => ({
    kind: "matching",
    filter: {},
    except: [...ids.slice(0, from), ...ids.slice(from + 500)],
  });
  const many = async (from: number, act: unknown) => {
    const { id } = await prepareBulk.run(world, bea, { project: slug, act, set: set(from) });
    return startBulk.run(world, bea, { project: slug, bulk: id });
  };
  const bulks = [
    { kind: "decide", decision: "accept" },
    { kind: "tag", add: [first, second], remove: [third] },
    { kind: "decide", decision: "reject", reason: "language", note: "Not in the language it names." },
    { kind: "assign", to: bea.userId },
    { kind: "tag", add: [third], remove: [first] },
  ];
  const states = [start];
  for (let n = 0; n < 50; n++) {
    // The same few conversations again and again, most of them within reach of the acts on many.
    const conversation = ids[(n * 7) % 20 === 0 ? 0 : 90 + ((n * 7) % 20)] ?? "";
    const expectedVersion = await versionOf(conversation);
    const at = { project: slug, conversation, expectedVersion };
    if (n % 10 === 4) await many((n * 2) % 100, bulks[Math.floor(n / 10)]);
    else if (n % 4 === 0) await decide.run(world, bea, { ...at, kind: n % 8 === 0 ? "accept" : "reject" });
    else if (n % 4 === 1) await decide.run(world, bea, { ...at, kind: "flag" });
    else if (n % 4 === 2)
      await editConversation.run(world, bea, {
        ...at,
        turns: [
          { role: "user", content: `Question, the ${n}th time?` },
          { role: "assistant", content: "An answer." },
        ],
        accept: n % 8 === 2,
      });
    else await tagConversation.run(world, bea, { ...at, add: [tags[n % 3] ?? ""], remove: [tags[(n + 1) % 3] ?? ""] });
    states.push(await stateOfProject(world, projectId));
  }
  for (let n = 49; n >= 0; n--) {
    await undo.run(world, bea, { project: slug });
    expect(await stateOfProject(world, projectId), `after act ${n} was taken back`).toBe(states[n]);
  }
  await expect(undo.run(world, bea, { project: slug })).rejects.toThrow("Nothing of yours is left to undo.");
  for (let n = 1; n <= 50; n++) await undo.run(world, bea, { project: slug, direction: "redo" });
  expect(await stateOfProject(world, projectId)).toBe(states[50]);
  expect((await verifyProject(world, { slug, id: projectId })).differences).toEqual([]);
}, 60_000);
