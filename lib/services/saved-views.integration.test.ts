import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#lib/schema/actor.ts";
import { createView, listViews, removeView, restoreView, updateView } from "./saved-views.ts";
import { addPerson } from "./testing/add-person.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";
import { verifyProject } from "./verify-project.ts";

const project = "views";
let world: TestWorld;
let projectId: string;
let ada: Actor;
let bo: Actor;
let cyn: Actor;

beforeAll(async () => {
  world = await openTestWorld();
  projectId = await world.addProject(project);
  ada = await addPerson(world, projectId, "Ada", "annotator");
  bo = await addPerson(world, projectId, "Bo", "viewer");
  cyn = await addPerson(world, projectId, "Cyn", "curator");
});
afterAll(() => world.end());

const seen = async (actor: Actor) =>
  (await listViews.run(world, actor, { project })).rows.map(({ name, shared, mine, person }) => [
    name,
    shared,
    mine,
    person,
  ]);
const save = (actor: Actor, name: string, shared = false) =>
  createView.run(world, actor, { project, name, query: "?status=pending", shared });

test("one's own views are one's own, shared ones everybody's, and curators share", async () => {
  const own = await save(ada, "To do");
  await save(bo, "To do");
  await expect(save(ada, "For all", true)).rejects.toThrow("made and changed by curators");
  const shared = await save(cyn, "For all", true);
  expect(await seen(ada)).toEqual([
    ["For all", true, false, "Cyn"],
    ["To do", false, true, "Ada"],
  ]);
  expect(await seen(bo)).toEqual([
    ["For all", true, false, "Cyn"],
    ["To do", false, true, "Bo"],
  ]);
  const change = { project, expectedVersion: 1, query: "?status=accepted" };
  // Another's own view is not found, not even by a curator; a shared one is found and refused.
  for (const verb of [
    () => updateView.run(world, cyn, { ...change, view: own.id }),
    () => removeView.run(world, cyn, { project, view: own.id }),
    () => restoreView.run(world, cyn, { project, view: own.id }),
  ])
    await expect(verb()).rejects.toThrow(/no such (removed )?view/);
  await expect(updateView.run(world, ada, { ...change, view: shared.id })).rejects.toThrow("by curators");
  await expect(removeView.run(world, ada, { project, view: shared.id })).rejects.toThrow("by curators");
  await expect(updateView.run(world, ada, { ...change, view: own.id, shared: true })).rejects.toThrow("by curators");
  expect(await updateView.run(world, ada, { ...change, view: own.id })).toMatchObject({
    query: "?status=accepted",
    version: 2,
    mine: true,
  });
  await expect(updateView.run(world, ada, { ...change, view: own.id })).rejects.toThrow("Somebody changed this view");
});

test("a name stands once among one's own and once among the shared, however it is written", async () => {
  await save(ada, "Café");
  await expect(save(ada, "CAFE\u0301")).rejects.toThrow("there is a view of yours called “CAFE\u0301” already");
  await save(cyn, "Café", true);
  const second = await save(cyn, "Café");
  const sharing = { project, view: second.id, expectedVersion: 1, shared: true };
  await expect(updateView.run(world, cyn, sharing)).rejects.toThrow("there is a shared view called “Café” already");
});

test("Browse opens with one view for a role, a shared one, and each change is one event", async () => {
  const change = (view: { id: string; version: number }, part: object, actor = cyn) =>
    updateView.run(world, actor, { project, view: view.id, expectedVersion: view.version, ...part });
  const first = await save(cyn, "First look", true);
  const second = await save(cyn, "Second look", true);
  const own = await save(ada, "Mine alone");
  await expect(change(own, { defaultFor: ["viewer"] }, ada)).rejects.toThrow("Browse opens with shared views only");
  await expect(change(first, { defaultFor: ["viewer"] }, ada)).rejects.toThrow("by curators");
  await change(first, { defaultFor: ["curator", "annotator"] });
  await change(second, { defaultFor: ["annotator", "viewer"] });
  const roles = async () =>
    Object.fromEntries(
      (await listViews.run(world, cyn, { project })).rows
        .filter(({ name }) => name.endsWith("look"))
        .map(({ name, defaultFor, version }) => [name, [version, ...defaultFor]]),
    );
  // The second took annotators from the first, which is at a version of its own since.
  expect(await roles()).toEqual({ "First look": [3, "curator"], "Second look": [2, "viewer", "annotator"] });
  const last = await world.db.event.findFirst({ where: { projectId }, orderBy: { number: "desc" } });
  expect(last?.payload).toMatchObject({
    view: second.id,
    after: { defaultFor: ["annotator", "viewer"] },
    lost: [{ view: first.id, before: ["annotator", "curator"], after: ["curator"] }],
  });

  await removeView.run(world, cyn, { project, view: second.id });
  await change({ id: first.id, version: 3 }, { defaultFor: ["viewer"] });
  expect(await restoreView.run(world, cyn, { project, view: second.id })).toMatchObject({ defaultFor: ["annotator"] });
  const unshared = await change({ id: first.id, version: 4 }, { shared: false });
  expect(unshared.defaultFor).toEqual([]);
});

test("of two that save one name at once, one does", async () => {
  const both = await Promise.allSettled([save(ada, "At once"), save(ada, "At once")]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("a removed view comes back, unless its name was taken meanwhile, and every step is an event", async () => {
  const { id: view } = await save(ada, "Gone");
  await removeView.run(world, ada, { project, view });
  expect(await seen(ada)).not.toContainEqual(["Gone", false, true, "Ada"]);
  await expect(removeView.run(world, ada, { project, view })).rejects.toThrow("no such view");
  const other = await save(ada, "gone");
  await expect(restoreView.run(world, ada, { project, view })).rejects.toThrow("there is a view of yours called");
  await removeView.run(world, ada, { project, view: other.id });
  await restoreView.run(world, ada, { project, view });
  expect(await seen(ada)).toContainEqual(["Gone", false, true, "Ada"]);
  const events = await world.db.event.findMany({ where: { projectId }, orderBy: { number: "desc" }, take: 5 });
  expect(events.map(({ kind }) => kind)).toEqual([
    "view.restored",
    "view.removed",
    "view.created",
    "view.removed",
    "view.created",
  ]);
  expect((await verifyProject(world, { id: projectId, slug: project })).differences).toEqual([]);
});
