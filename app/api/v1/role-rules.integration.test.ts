import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { Written } from "#lib/schema/decision.ts";
import { importText, jsonLines, record } from "#lib/services/testing/import-text.ts";
import { type Answer, bodyAs, type Client, Problem } from "./testing/client.ts";
import { openTestStudio, type Person, type TestStudio } from "./testing/test-studio.ts";

const base = "/api/v1/projects/rules";
let studio: TestStudio;
let projectId: string;
let conversations: string[];
let ada: Person;
let bo: Person;
let cyn: Person;

beforeAll(async () => {
  studio = await openTestStudio();
  projectId = await studio.addProject("rules");
  const lines = Array.from({ length: 40 }, (_, n) => record(`r-${n}`, "jp", `Question ${n}?`, `Answer ${n}.`));
  await importText(studio.world, { project: "rules", text: jsonLines(lines) });
  const rows = await studio.world.db.conversation.findMany({ where: { projectId }, orderBy: { id: "asc" } });
  conversations = rows.map(({ id }) => id);
  ada = await studio.addPerson("Ada");
  bo = await studio.addPerson("Bo");
  cyn = await studio.addPerson("Cyn");
  await studio.join(projectId, ada, "annotator");
  await studio.join(projectId, bo, "annotator");
  await studio.join(projectId, cyn, "curator");
});
afterAll(() => studio.end());

function next(): string {
  const id = conversations.shift();
  if (id === undefined) throw new RangeError("No conversation is left");
  return id;
}

function act(client: Client, id: string, expectedVersion: number, kind = "accept"): Promise<Answer> {
  return client.post(`${base}/conversations/${id}/decisions`, { expectedVersion, kind });
}

const statusOf = async (id: string) => (await studio.world.db.conversation.findUniqueOrThrow({ where: { id } })).status;

test("A8: annotators undo and redo their own acts only; curators anybody's, by its event", async () => {
  const id = next();
  const { event } = bodyAs(await act(ada.client, id, 1), Written);
  expect((await bo.client.post(`${base}/undo`, {})).status).toBe(404);
  expect((await bo.client.post(`${base}/undo`, { event })).status).toBe(404);
  expect(await statusOf(id)).toBe("accepted");
  // Without naming it even a curator takes back only what is their own.
  expect((await cyn.client.post(`${base}/undo`, {})).status).toBe(404);
  expect(bodyAs(await cyn.client.post(`${base}/undo`, { event }), Written).status).toBe("pending");
  expect((await bo.client.post(`${base}/undo`, { direction: "redo", event })).status).toBe(404);
  expect(bodyAs(await ada.client.post(`${base}/undo`, { direction: "redo" }), Written).status).toBe("accepted");
  expect(bodyAs(await ada.client.post(`${base}/undo`, {}), Written).status).toBe("pending");
  expect((await ada.client.post(`${base}/undo`, {})).status).toBe(404);
});

test("an act is not taken back once somebody else has changed the conversation", async () => {
  const id = next();
  bodyAs(await act(ada.client, id, 1), Written);
  const later = bodyAs(await act(bo.client, id, 2, "reject"), Written);
  const refused = await ada.client.post(`${base}/undo`, {});
  expect(refused.status).toBe(409);
  expect(await statusOf(id)).toBe("rejected");
  // Once the later act is taken back, the older one can be.
  bodyAs(await bo.client.post(`${base}/undo`, { event: later.event }), Written);
  expect(bodyAs(await ada.client.post(`${base}/undo`, {}), Written)).toMatchObject({ status: "pending", version: 5 });
});

test("undo walks back through edit, tags and decision, and redo forward again", async () => {
  const id = next();
  const tag = await studio.world.db.tag.findFirstOrThrow({ where: { projectId } });
  const turns = [{ role: "user", content: "Rewritten?" }];
  bodyAs(await ada.client.post(`${base}/conversations/${id}/revisions`, { expectedVersion: 1, turns }), Written);
  bodyAs(await ada.client.post(`${base}/conversations/${id}/tags`, { expectedVersion: 2, add: [tag.id] }), Written);
  bodyAs(await act(ada.client, id, 3), Written);
  const seen = async () => {
    const row = await studio.world.db.conversation.findUniqueOrThrow({ where: { id }, include: { tags: true } });
    return [row.status, row.headRevision, row.edited, row.question.startsWith("Rewritten"), row.tags.length];
  };
  const walk = [await seen()];
  for (const direction of ["undo", "undo", "undo", "redo", "redo", "redo"]) {
    bodyAs(await ada.client.post(`${base}/undo`, { direction }), Written);
    walk.push(await seen());
  }
  expect(walk).toEqual([
    ["accepted", 2, true, true, 1],
    ["pending", 2, true, true, 1],
    ["pending", 2, true, true, 0],
    ["pending", 1, false, false, 0],
    ["pending", 2, true, true, 0],
    ["pending", 2, true, true, 1],
    ["accepted", 2, true, true, 1],
  ]);
});

test("A28, R36: nobody changes their own role, an admin grants no more than there is, others grant nothing", async () => {
  const boss = await studio.addPerson("Boss");
  await studio.join(projectId, boss, "admin");
  const own = await boss.client.patch(`${base}/members/${boss.id}`, { role: "viewer" });
  expect([own.status, (await boss.client.delete(`${base}/members/${boss.id}`)).status]).toEqual([403, 403]);
  expect((await cyn.client.patch(`${base}/members/${cyn.id}`, { role: "admin" })).status).toBe(403);
  expect((await cyn.client.post(`${base}/invitations`, { role: "viewer" })).status).toBe(403);
  expect((await cyn.client.post(`${base}/tokens`, { name: "x", role: "viewer" })).status).toBe(403);
  expect((await boss.client.patch(`${base}/members/${bo.id}`, { role: "owner" })).status).toBe(422);
  // A token of an admin, of a lower role, does not raise itself through a new token.
  const lesser = await studio.addToken(projectId, boss, "curator");
  expect((await lesser.client.post(`${base}/tokens`, { name: "x", role: "admin" })).status).toBe(403);
});

test("A29: of two admins who demote each other at once one stays admin; the last one is neither demoted nor removed", async () => {
  const id = await studio.addProject("two-admins");
  const [left, right, owner] = [
    await studio.addPerson("Left"),
    await studio.addPerson("Right"),
    await studio.addPerson("Top", { owner: true }),
  ];
  await studio.join(id, left, "admin");
  await studio.join(id, right, "admin");
  const members = "/api/v1/projects/two-admins/members";
  const answers = await Promise.all([
    left.client.patch(`${members}/${right.id}`, { role: "viewer" }),
    right.client.patch(`${members}/${left.id}`, { role: "viewer" }),
  ]);
  expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  const admins = await studio.world.db.membership.findMany({ where: { projectId: id, role: "admin" } });
  expect(admins).toHaveLength(1);
  const last = admins[0]?.userId ?? "";
  expect((await owner.client.patch(`${members}/${last}`, { role: "viewer" })).status).toBe(409);
  expect((await owner.client.delete(`${members}/${last}`)).status).toBe(409);
});

test("R38: an invitation made for one address is no use to another, and works once", async () => {
  const boss = await studio.addPerson("Inviter");
  await studio.join(projectId, boss, "admin");
  const Link = z.object({ link: z.string() });
  const invite = async (body: object) =>
    bodyAs(await boss.client.post(`${base}/invitations`, body), Link).link.split("token=")[1] ?? "";
  const token = await invite({ role: "annotator", email: "Meant@Canary.example" });
  const account = { token, name: "Meant", password: "long enough" };
  const accept = "/api/v1/invitations/accept";
  expect((await studio.nobody.post(accept, { ...account, email: "thief@canary.example" })).status).toBe(403);
  // Somebody signed in with another address does not get in either.
  const thief = await studio.addPerson("Thief");
  expect((await thief.client.post(accept, { token })).status).toBe(403);
  expect(await studio.world.db.user.count({ where: { email: "thief@canary.example" } })).toBe(1);
  // R41: an address that folds to the one meant is the one meant, and no second account comes of it.
  const accepted = await studio.nobody.post(accept, { ...account, email: "meant＠canary.example" });
  expect(accepted.body).toEqual({ project: "rules" });
  expect(await studio.world.db.user.count({ where: { email: "meant@canary.example" } })).toBe(1);
  expect((await studio.nobody.post(accept, { ...account, email: "meant@canary.example" })).status).toBe(404);
});

test("somebody with an account joins a second project through an open invitation, once", async () => {
  const second = await studio.addProject("second");
  const boss = await studio.addPerson("Second Boss");
  await studio.join(second, boss, "admin");
  const answer = await boss.client.post("/api/v1/projects/second/invitations", { role: "curator" });
  const token = bodyAs(answer, z.object({ link: z.string() })).link.split("token=")[1] ?? "";
  expect((await ada.client.get("/api/v1/projects/second")).status).toBe(404);
  const missing = await studio.nobody.post("/api/v1/invitations/accept", { token });
  expect([missing.status, bodyOf(missing).errors?.map(({ field }) => field)]).toEqual([
    422,
    ["name", "email", "password"],
  ]);
  expect((await ada.client.post("/api/v1/invitations/accept", { token })).body).toEqual({ project: "second" });
  expect(bodyAs(await ada.client.get("/api/v1/projects/second"), z.object({ role: z.string() })).role).toBe("curator");
  expect((await bo.client.post("/api/v1/invitations/accept", { token })).status).toBe(404);
});

const bodyOf = (answer: Answer) => Problem.parse(answer.body);

test("a member who is taken out is an outsider at once, and so are their tokens", async () => {
  const boss = await studio.addPerson("Remover");
  await studio.join(projectId, boss, "admin");
  const gone = await studio.addPerson("Gone");
  await studio.join(projectId, gone, "curator");
  const token = await studio.addToken(projectId, gone, "curator");
  expect([(await gone.client.get(base)).status, (await token.client.get(base)).status]).toEqual([200, 200]);
  expect((await boss.client.delete(`${base}/members/${gone.id}`)).status).toBe(200);
  expect([(await gone.client.get(base)).status, (await token.client.get(base)).status]).toEqual([404, 404]);
});

test("A30: the audit log tells admins who did what, in pages without gap or overlap", async () => {
  const boss = await studio.addPerson("Auditor");
  await studio.join(projectId, boss, "admin");
  const Page = z.object({
    rows: z.array(z.object({ number: z.int(), kind: z.string(), actor: z.object({ name: z.string().nullable() }) })),
    next: z.string().nullable(),
  });
  const numbers: number[] = [];
  const kinds = new Set<string>();
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: z.infer<typeof Page> = bodyAs(
      await boss.client.get(`${base}/events?limit=7${cursor === "" ? "" : `&cursor=${cursor}`}`),
      Page,
    );
    numbers.push(...page.rows.map(({ number }) => number));
    for (const { kind } of page.rows) kinds.add(kind);
    cursor = page.next;
  }
  expect(numbers).toEqual(Array.from({ length: numbers.length }, (_, index) => numbers.length - index));
  expect([...kinds]).toEqual(
    expect.arrayContaining([
      "project.created",
      "conversation.imported",
      "conversation.decided",
      "conversation.undone",
      "member.removed",
      "member.invited",
    ]),
  );
});
