import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { practiceItems } from "#lib/samples/practice/index.ts";
import { sampleConversations } from "#lib/samples/sample/index.ts";
import { addSamples } from "./add-samples.ts";
import { createProject } from "./create-project.ts";
import { decide } from "./decide.ts";
import { editConversation } from "./edit-conversation.ts";
import { exportNow } from "./export-now.ts";
import { createExport } from "./exports.ts";
import { getProject } from "./get-project.ts";
import { listPractice } from "./list-practice.ts";
import { listProjects } from "./list-projects.ts";
import { removeProject, restoreProject } from "./remove-project.ts";
import { addPerson } from "./testing/add-person.ts";
import { operator } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { undo } from "./undo.ts";
import { verify } from "./verify.ts";

let world: TestWorld;
let ada: Awaited<ReturnType<typeof addPerson>>;
let bo: typeof ada;

beforeAll(async () => {
  world = await openTestWorld();
  const other = await world.addProject("other");
  ada = await addPerson(world, other, "Ada", "admin", { owner: true });
  bo = await addPerson(world, other, "Bo", "admin");
});
afterAll(() => world.end());

const sound = async () => (await verify(world)).projects.flatMap(({ differences }) => differences);
const slugs = async (actor: typeof ada, removed = false) =>
  (await listProjects.run(world, actor, { removed })).rows.map(({ slug }) => slug);

test("the owner makes both with a click: filled, sound, under a name of their own, and to be scored", async () => {
  const practice = await addSamples.run(world, ada, { kind: "practice" });
  expect(practice).toMatchObject({ slug: "practice", kind: "practice", role: "admin" });
  expect(practice.counts).toMatchObject({ pending: practiceItems.length, total: practiceItems.length });
  const again = await addSamples.run(world, ada, { kind: "practice" });
  expect(again.slug).toBe("practice-2");
  const sample = await addSamples.run(world, operator, { kind: "sample" });
  expect(sample).toMatchObject({ slug: "sample-courtesies", kind: "sample" });
  expect(sample.counts.total).toBe(sampleConversations.length);
  const rows = await world.db.conversation.findMany({ where: { projectId: practice.id }, orderBy: { id: "asc" } });
  expect(rows.map(({ externalId }) => externalId)).toEqual(practiceItems.map(({ id }) => id));
  // Topics were all known, so the registry did not grow.
  const topics = async (projectId: string) => world.db.topic.count({ where: { projectId } });
  expect(await topics(practice.id)).toBe(
    await topics((await world.db.project.findUniqueOrThrow({ where: { slug: "other" } })).id),
  );
  const { rows: jobs } = await world.pool.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'score.project'",
  );
  expect(jobs[0]?.count).toBeGreaterThanOrEqual(3);
  expect(await sound()).toEqual([]);
  await expect(addSamples.run(world, bo, { kind: "sample" })).rejects.toThrow("made by the owner");
  await expect(createProject.run(world, operator, { name: "x", slug: "samples" })).rejects.toThrow("is taken");
});

test("the same key makes one project, also when the first try broke off before it was filled", async () => {
  const key = { key: world.newId(), requestHash: "" };
  const first = await addSamples.run(world, ada, { kind: "sample" }, key);
  expect(await addSamples.run(world, ada, { kind: "sample" }, key)).toEqual(first);
});

test("what is expected is told of what one has decided, and of nothing else", async () => {
  const project = "practice";
  const practice = await world.db.project.findUniqueOrThrow({ where: { slug: project } });
  const rows = await world.db.conversation.findMany({ where: { projectId: practice.id }, orderBy: { id: "asc" } });
  const conversationOf = (kind: string) => {
    const item = practiceItems.find(({ expected }) => expected.kind === kind);
    const row = rows.find(({ externalId }) => externalId === item?.id);
    if (!item || !row) throw new RangeError(`No practice item is to be ${kind}ed`);
    return { item, conversation: row.id };
  };
  expect(await listPractice.run(world, ada, { project })).toEqual({ rows: [], total: practiceItems.length });
  const bad = conversationOf("reject");
  const good = conversationOf("accept");
  const reason = bad.item.expected.kind === "reject" ? bad.item.expected.reason : "harm";
  const expectedVersion = 1;
  await decide.run(world, ada, { project, conversation: bad.conversation, expectedVersion, kind: "reject", reason });
  const turns = [{ role: "user", content: "Changed?" }];
  const editing = { project, conversation: good.conversation, expectedVersion, turns, accept: true };
  await editConversation.run(world, ada, editing);
  const told = await listPractice.run(world, ada, { project });
  expect(told.rows).toEqual([
    {
      conversation: good.conversation,
      decision: { kind: "accept", reason: null, edited: true },
      expected: { kind: "accept", reason: null },
      why: good.item.why,
      agreement: "yes",
    },
    {
      conversation: bad.conversation,
      decision: { kind: "reject", reason, edited: false },
      expected: { kind: "reject", reason },
      why: bad.item.why,
      agreement: "yes",
    },
  ]);
  const one = await listPractice.run(world, ada, { project, conversation: bad.conversation });
  expect(one.rows).toHaveLength(1);
  // Others have decided nothing, and what was taken back is not decided.
  expect((await listPractice.run(world, operator, { project })).rows).toEqual([]);
  await undo.run(world, ada, { project });
  expect((await listPractice.run(world, ada, { project })).rows).toHaveLength(1);
  expect(await listPractice.run(world, operator, { project: "sample-courtesies" })).toEqual({ rows: [], total: 0 });
});

test("it is exported only by who says so, and the manifest says what it is", async () => {
  const order = { project: "practice", format: "tessera" as const, filter: {} };
  const refusal = "includeSamples: this project was written for Tessera as practice, some of it wrong on purpose";
  await expect(createExport.run(world, operator, order)).rejects.toThrow(refusal);
  const file = join(world.folder, "practice.jsonl");
  await expect(exportNow(world, operator, { ...order, file })).rejects.toThrow(refusal);
  await createExport.run(world, operator, { ...order, includeSamples: true });
  const { manifest } = await exportNow(world, operator, { ...order, file, includeSamples: true });
  expect(manifest.project).toEqual({ slug: "practice", name: "Practice", kind: "practice" });
  const other = await exportNow(world, operator, { ...order, project: "other", file });
  expect(other.manifest.project).toEqual({ slug: "other", name: "other" });
});

test("a removed project answers nobody until a former admin brings it back, as it was", async () => {
  const project = "practice";
  const before = await getProject.run(world, ada, { project });
  await removeProject.run(world, ada, { project });
  await expect(getProject.run(world, ada, { project })).rejects.toThrow("There is no project “practice” here.");
  await expect(getProject.run(world, operator, { project })).rejects.toThrow("There is no project");
  await expect(removeProject.run(world, ada, { project })).rejects.toThrow("There is no project");
  expect(await slugs(ada)).not.toContain(project);
  expect(await slugs(ada, true)).toEqual([project]);
  expect(await slugs(bo, true)).toEqual([]);
  await expect(restoreProject.run(world, bo, { project })).rejects.toThrow("There is no project");
  expect(await restoreProject.run(world, ada, { project })).toEqual({
    slug: project,
    name: "Practice",
    removed: false,
  });
  expect(await getProject.run(world, ada, { project })).toEqual(before);
  expect(await slugs(ada, true)).toEqual([]);
  // Twice is once.
  await restoreProject.run(world, ada, { project });
  const kinds = await world.db.event.findMany({ where: { projectId: before.id, kind: { startsWith: "project.re" } } });
  expect(kinds.map(({ kind }) => kind).sort()).toEqual(["project.removed", "project.restored"]);
  expect(await sound()).toEqual([]);
});

test("members below admin do not see or bring back what was removed", async () => {
  const id = await world.addProject("shared");
  const cyn = await addPerson(world, id, "Cyn", "curator");
  await expect(removeProject.run(world, cyn, { project: "shared" })).rejects.toThrow("this needs admin");
  await removeProject.run(world, operator, { project: "shared" });
  expect(await slugs(cyn, true)).toEqual([]);
  await expect(restoreProject.run(world, cyn, { project: "shared" })).rejects.toThrow("this needs admin");
});
