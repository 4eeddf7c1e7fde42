import { afterAll, beforeAll, expect, test } from "vitest";
import { methods } from "#lib/methods/methods.ts";
import { operator } from "../testing/import-text.ts";
import { openTestWorld, type TestWorld } from "../testing/test-world.ts";
import { verifyProject } from "../verify-project.ts";
import { getPrompt, listPrompts } from "./list-prompts.ts";
import { readPrompts } from "./read-prompts.ts";
import { restorePrompt, revisePrompt } from "./revise-prompt.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await openTestWorld();
});
afterAll(() => world.end());

const own = "Answer as somebody of {culture}, briefly, in the language {language}.";
const address = (project: string) => ({ project, method: "ask", name: "answer" });
const revise = (project: string, text: string, expectedVersion: number) =>
  revisePrompt.run(world, operator, { ...address(project), text, expectedVersion });
const restore = (project: string, revision: number, expectedVersion: number) =>
  restorePrompt.run(world, operator, { ...address(project), revision, expectedVersion });

async function wordedNow(projectId: string) {
  const method = methods.get("ask");
  if (method === undefined) throw new Error("The method ask is not there");
  return (await readPrompts(world, projectId, method)).answer;
}

test("a project words a prompt anew, and puts earlier wordings back as new revisions", async () => {
  const projectId = await world.addProject("worded");
  const { rows } = await listPrompts.run(world, operator, { project: "worded" });
  const before = rows.find(({ method, name }) => method === "ask" && name === "answer");
  expect(before).toMatchObject({ revision: 0, builtIn: true, label: expect.stringMatching(/^built-in-[0-9a-f]{8}$/) });
  expect(await wordedNow(projectId)).toEqual({ text: before?.text, revision: before?.label });

  const first = await revise("worded", own, 0);
  expect(first.prompt).toMatchObject({ revision: 1, label: "project-1", text: own, builtIn: false });
  expect(await wordedNow(projectId)).toEqual({ text: own, revision: "project-1" });

  const back = await restore("worded", 0, 1);
  expect(back.prompt).toMatchObject({ revision: 2, label: before?.label, text: before?.text, builtIn: true });
  const again = await restore("worded", 1, 2);
  expect(again.prompt).toMatchObject({ revision: 3, label: "project-3", text: own });
  expect(again.revisions.map(({ revision, builtIn }) => [revision, builtIn])).toEqual([
    [3, false],
    [2, true],
    [1, false],
    [0, true],
  ]);
  // What changes nothing makes no revision.
  expect((await revise("worded", own, 3)).prompt.revision).toBe(3);
  expect((await restore("worded", 1, 3)).prompt.revision).toBe(3);
  const kinds = await world.db.event.findMany({
    where: { projectId, kind: { startsWith: "prompt." } },
    orderBy: { number: "asc" },
    select: { kind: true, toVersion: true },
  });
  expect(kinds).toEqual([
    { kind: "prompt.revised", toVersion: 1 },
    { kind: "prompt.restored", toVersion: 2 },
    { kind: "prompt.restored", toVersion: 3 },
  ]);
  expect((await verifyProject(world, { id: projectId, slug: "worded" })).differences).toEqual([]);
});

test("a wording that leaves out what is needed, or names what nobody fills in, is refused with its field", async () => {
  await world.addProject("named");
  await expect(revise("named", "Answer in {language}.", 0)).rejects.toMatchObject({
    code: "invalid",
    message: "text: must name {culture}.",
  });
  await expect(revise("named", `${own} {secret}`, 0)).rejects.toThrow("names {secret}; only {culture}, ");
  await expect(getPrompt.run(world, operator, { ...address("named"), name: "toString" })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(restore("named", 7, 0)).rejects.toThrow("no revision 7");
});

test("of two who write over one wording, the second is told", async () => {
  await world.addProject("raced");
  const both = await Promise.allSettled([revise("raced", own, 0), revise("raced", `${own} Be kind.`, 0)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const [lost] = both.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(lost).toMatchObject({ code: "conflict", details: { version: 1 } });
  expect((await getPrompt.run(world, operator, address("raced"))).revisions).toHaveLength(2);
});
