import { v7 } from "uuid";
import { tokenHash } from "#lib/auth/token.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { createCulture } from "#lib/services/create-culture.ts";
import { createTag } from "#lib/services/create-tag.ts";
import { createTopic } from "#lib/services/create-topic.ts";
import { decide } from "#lib/services/decide.ts";
import { createExport } from "#lib/services/exports.ts";
import { prepareBulk } from "#lib/services/prepare-bulk.ts";
import { importText, jsonLines, operator, record, stageText } from "#lib/services/testing/import-text.ts";
import { writeExport } from "#lib/services/write-export.ts";
import type { World } from "#lib/world/world.ts";
import type { Attempt, Attempts } from "./attempt.ts";
import type { Answer, Client } from "./client.ts";
import { comparisonAttempts } from "./comparison-attempts.ts";
import { cultureInput } from "./culture-input.ts";
import { promptAttempts } from "./prompt-attempts.ts";
import { runAttempts } from "./run-attempts.ts";
import { scoreAttempts } from "./score-attempts.ts";
import type { TestStudio } from "./test-studio.ts";

/** A project with what its routes can be asked about. */
export interface Stand {
  slug: string;
  id: string;
  attempts: Attempts;
}

/** Fills a project and says, for every route in it, how to ask so that the request itself is right. */
export async function setUpStand(studio: TestStudio, slug: string): Promise<Stand> {
  const { world } = studio;
  const id = await studio.addProject(slug);
  const lines = Array.from({ length: 160 }, (_, n) =>
    record(`${slug}-${n}`, "jp", `Question ${n}?`, `Answer ${n} of ${slug}.`),
  );
  await importText(world, { project: slug, text: jsonLines(lines) });
  const conversations = await world.db.conversation.findMany({
    where: { projectId: id },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  const next = () => {
    const [found] = conversations.splice(0, 1);
    if (!found) throw new RangeError("The stand ran out of conversations");
    return found.id;
  };
  const [first = { id: "" }] = conversations;
  let count = 0;
  const exported = await createExport.run(world, operator, { project: slug, format: "tessera", filter: {} });
  await writeExport(world, exported.id);
  const base = `/api/v1/projects/${slug}`;
  const assignNobody = () => ({
    set: { kind: "rows", rows: [{ id: first.id, version: 1 }] },
    act: { kind: "assign", to: null },
  });
  const prepared = async (actor: Actor) =>
    (await prepareBulk.run(world, actor, { project: slug, ...assignNobody() })).id;
  const fresh = (word: string) => `${word}-${slug}-${++count}`;
  const addTag = async () =>
    (await createTag.run(world, operator, { project: slug, name: fresh("tag"), kind: "other", parent: null })).id;
  const addComment = async (userId: string | null, withdrawn = false) => {
    const row = { projectId: id, conversationId: first.id, revision: 1, userId, body: fresh("comment"), withdrawn };
    return (await world.db.comment.create({ data: { id: world.newId(), ...row } })).id;
  };
  const addView = async (userId: string | null, deletedAt: Date | null = null) => {
    const row = { projectId: id, userId, name: fresh("view"), query: "", deletedAt };
    return (await world.db.savedView.create({ data: { id: world.newId(), ...row } })).id;
  };
  const staged = async () => {
    const text = jsonLines([record(fresh("row"), "jp", fresh("Staged?"), "An answer."), { broken: true }]);
    return (await stageText(world, { project: slug, text })).import.id;
  };
  const member = async () => {
    const person = await studio.addPerson(fresh("member"));
    await studio.join(id, person, "viewer");
    return person.id;
  };
  const conversation = (part: string, body: object) => async () => ({
    path: `${base}/conversations/${next()}/${part}`,
    body: { expectedVersion: 1, ...body },
  });
  const get = (part: string) => async () => ({ path: `${base}${part}` });
  const project = "/api/v1/projects/{project}";
  const attempts: Attempts = {
    [`GET ${project}`]: get(""),
    [`PATCH ${project}`]: async () => {
      const { version } = await world.db.project.findUniqueOrThrow({ where: { id } });
      return { path: base, body: { expectedVersion: version, description: fresh("text") } };
    },
    // Restored by the next one.
    [`DELETE ${project}`]: async () => ({ path: base }),
    [`POST ${project}/restore`]: async () => ({ path: `${base}/restore`, body: {} }),
    [`GET ${project}/practice`]: get("/practice"),
    [`GET ${project}/conversations`]: get("/conversations?limit=5"),
    [`GET ${project}/changes`]: get("/changes?since=2026-01-01T00:00:00Z"),
    [`GET ${project}/row-scores`]: get(`/row-scores?ids=${first.id}`),
    [`GET ${project}/facets`]: get("/facets"),
    [`GET ${project}/coverage`]: get("/coverage"),
    [`GET ${project}/queues`]: get("/queues"),
    [`GET ${project}/indicators`]: get("/indicators"),
    ...(await comparisonAttempts({ world, slug, id })),
    [`GET ${project}/leaks`]: get("/leaks?kind=copies&culture=jp"),
    [`GET ${project}/map/points`]: get("/map/points"),
    [`GET ${project}/map/cultures`]: get("/map/cultures?reasons=true"),
    [`GET ${project}/map/neighbours`]: get("/map/neighbours"),
    [`GET ${project}/map/conversations`]: get("/map/conversations?numbers=1,2"),
    [`GET ${project}/conversations/{conversation}`]: get(`/conversations/${first.id}`),
    [`POST ${project}/conversations/{conversation}/decisions`]: conversation("decisions", { kind: "accept" }),
    [`POST ${project}/conversations/{conversation}/revisions`]: conversation("revisions", {
      turns: [{ role: "user", content: "Another question?" }],
    }),
    [`GET ${project}/conversations/{conversation}/revisions/{number}`]: get(`/conversations/${first.id}/revisions/1`),
    [`POST ${project}/conversations/{conversation}/tags`]: async () => ({
      path: `${base}/conversations/${next()}/tags`,
      body: { expectedVersion: 1, add: [await addTag()] },
    }),
    [`POST ${project}/conversations/{conversation}/comments`]: async () => ({
      path: `${base}/conversations/${first.id}/comments`,
      body: { body: fresh("comment") },
    }),
    [`POST ${project}/conversations/{conversation}/comments/{comment}/withdraw`]: async (asker) => ({
      path: `${base}/conversations/${first.id}/comments/${await addComment(asker)}/withdraw`,
      body: {},
    }),
    [`POST ${project}/conversations/{conversation}/comments/{comment}/restore`]: async (asker) => ({
      path: `${base}/conversations/${first.id}/comments/${await addComment(asker, true)}/restore`,
      body: {},
    }),
    [`GET ${project}/conversations/{conversation}/neighbours`]: get(`/conversations/${first.id}/neighbours`),
    [`GET ${project}/conversations/{conversation}/history`]: get(`/conversations/${first.id}/history`),
    [`GET ${project}/views`]: get("/views"),
    [`POST ${project}/views`]: async () => ({ path: `${base}/views`, body: { name: fresh("view"), query: "" } }),
    [`PATCH ${project}/views/{view}`]: async (asker) => ({
      path: `${base}/views/${await addView(asker)}`,
      body: { expectedVersion: 1, query: "?status=pending" },
    }),
    [`DELETE ${project}/views/{view}`]: async (asker) => ({ path: `${base}/views/${await addView(asker)}` }),
    [`POST ${project}/views/{view}/restore`]: async (asker) => ({
      path: `${base}/views/${await addView(asker, world.now())}/restore`,
      body: {},
    }),
    [`POST ${project}/claims`]: async () => ({ path: `${base}/claims`, body: { count: 1 } }),
    [`POST ${project}/bulk`]: async () => ({ path: `${base}/bulk`, body: assignNobody() }),
    [`GET ${project}/bulk/{bulk}`]: async () => ({ path: `${base}/bulk/${await prepared(operator)}` }),
    [`POST ${project}/bulk/{bulk}/start`]: async (asker) => {
      // Only who prepared it may begin it; others try one of the operator's.
      const found = await world.db.membership.findFirst({
        where: { projectId: id, userId: asker ?? v7(), role: { in: ["curator", "admin"] } },
      });
      const owner = await world.db.user.findFirst({ where: { id: asker ?? v7(), owner: true } });
      const userId = found?.userId ?? owner?.id;
      const actor =
        userId === undefined ? operator : ({ kind: "person", userId, name: "", owner: owner !== null } as const);
      return { path: `${base}/bulk/${await prepared(actor)}/start`, body: {} };
    },
    [`POST ${project}/undo`]: async (asker) => {
      // Whoever may undo has something to undo; others try it all the same.
      const found = await world.db.membership.findFirst({
        where: { projectId: id, userId: asker ?? v7() },
        include: { user: true },
      });
      const actor = found
        ? ({ kind: "person", userId: found.userId, name: "", owner: found.user.owner } as const)
        : operator;
      const may = found !== null && (found.role !== "viewer" || found.user.owner);
      await decide.run(world, may ? actor : operator, {
        project: slug,
        conversation: next(),
        expectedVersion: 1,
        kind: "skip",
      });
      return { path: `${base}/undo`, body: {} };
    },
    [`GET ${project}/history`]: get("/history"),
    [`GET ${project}/events`]: get("/events"),
    [`GET ${project}/cultures`]: get("/cultures"),
    [`POST ${project}/cultures`]: async () => ({ path: `${base}/cultures`, body: cultureInput(fresh("culture")) }),
    [`PATCH ${project}/cultures/{culture}`]: async () => {
      const made = await createCulture.run(world, operator, { project: slug, ...cultureInput(fresh("culture")) });
      return { path: `${base}/cultures/${made.id}`, body: { expectedVersion: 1, name: "Renamed" } };
    },
    [`DELETE ${project}/cultures/{culture}`]: async () => {
      const made = await createCulture.run(world, operator, { project: slug, ...cultureInput(fresh("culture")) });
      return { path: `${base}/cultures/${made.id}` };
    },
    [`GET ${project}/topics`]: get("/topics"),
    [`POST ${project}/topics`]: async () => ({ path: `${base}/topics`, body: { name: fresh("topic"), parent: null } }),
    [`PATCH ${project}/topics/{topic}`]: async () => {
      const made = await createTopic.run(world, operator, { project: slug, name: fresh("topic"), parent: null });
      return { path: `${base}/topics/${made.id}`, body: { expectedVersion: 1, name: "Renamed" } };
    },
    [`DELETE ${project}/topics/{topic}`]: async () => {
      const made = await createTopic.run(world, operator, { project: slug, name: fresh("topic"), parent: null });
      return { path: `${base}/topics/${made.id}` };
    },
    [`GET ${project}/tags`]: get("/tags"),
    [`POST ${project}/tags`]: async () => ({
      path: `${base}/tags`,
      body: { name: fresh("tag"), kind: "other", parent: null },
    }),
    [`PATCH ${project}/tags/{tag}`]: async () => ({
      path: `${base}/tags/${await addTag()}`,
      body: { expectedVersion: 1, description: "Changed" },
    }),
    [`POST ${project}/tags/{tag}/merge`]: async () => ({
      path: `${base}/tags/${await addTag()}/merge`,
      body: { expectedVersion: 1, into: await addTag() },
    }),
    [`GET ${project}/models`]: get("/models"),
    [`PATCH ${project}/models`]: async () => {
      const { modelsVersion } = await world.db.project.findUniqueOrThrow({ where: { id } });
      return { path: `${base}/models`, body: { expectedVersion: modelsVersion, judge: [] } };
    },
    [`GET ${project}/members`]: get("/members"),
    [`PATCH ${project}/members/{user}`]: async () => ({
      path: `${base}/members/${await member()}`,
      body: { role: "curator" },
    }),
    [`DELETE ${project}/members/{user}`]: async () => ({ path: `${base}/members/${await member()}` }),
    [`GET ${project}/invitations`]: get("/invitations"),
    [`POST ${project}/invitations`]: async () => ({ path: `${base}/invitations`, body: { role: "viewer" } }),
    [`DELETE ${project}/invitations/{invitation}`]: async () => ({
      path: `${base}/invitations/${await addInvitation(world, id)}`,
    }),
    [`GET ${project}/tokens`]: get("/tokens"),
    [`POST ${project}/tokens`]: async () => ({
      path: `${base}/tokens`,
      body: { name: fresh("token"), role: "viewer" },
    }),
    [`DELETE ${project}/tokens/{token}`]: async () => {
      const { userId } = await world.db.membership.findFirstOrThrow({ where: { projectId: id } });
      const row = await world.db.apiToken.create({
        data: { id: world.newId(), tokenHash: tokenHash(v7()), name: "x", role: "viewer", userId, projectId: id },
      });
      return { path: `${base}/tokens/${row.id}` };
    },
    [`GET ${project}/imports`]: get("/imports"),
    [`POST ${project}/imports`]: async () => ({
      path: `${base}/imports?fileName=${fresh("file")}.jsonl`,
      body: record(fresh("upload"), "jp", "Uploaded?", "Yes."),
    }),
    [`GET ${project}/imports/{import}`]: async () => ({ path: `${base}/imports/${await staged()}` }),
    [`PATCH ${project}/imports/{import}`]: async () => ({
      path: `${base}/imports/${await staged()}`,
      body: { newCultures: "reject" },
    }),
    [`POST ${project}/imports/{import}/commit`]: async () => ({
      path: `${base}/imports/${await staged()}/commit`,
      body: {},
    }),
    [`POST ${project}/imports/{import}/cancel`]: async () => ({
      path: `${base}/imports/${await staged()}/cancel`,
      body: {},
    }),
    [`GET ${project}/imports/{import}/rejects`]: async () => ({ path: `${base}/imports/${await staged()}/rejects` }),
    [`GET ${project}/search-progress`]: get("/search-progress"),
    ...(await scoreAttempts({ world, slug, id })),
    ...promptAttempts({ world, slug, id }),
    ...runAttempts({ world, slug, id }),
    [`GET ${project}/exports`]: get("/exports"),
    [`POST ${project}/exports`]: async () => ({ path: `${base}/exports`, body: { format: "trl", filter: {} } }),
    [`GET ${project}/exports/{export}`]: get(`/exports/${exported.id}`),
    [`GET ${project}/exports/{export}/files/{name}`]: get(`/exports/${exported.id}/files/${slug}.tessera.jsonl`),
  };
  return { slug, id, attempts };
}

async function addInvitation(world: World, projectId: string): Promise<string> {
  const row = await world.db.invitation.create({
    data: {
      id: world.newId(),
      tokenHash: tokenHash(v7()),
      kind: "invitation",
      projectId,
      role: "viewer",
      expiresAt: new Date(world.now().getTime() + 60_000),
    },
  });
  return row.id;
}

/** Sends an attempt; a DELETE has no body. */
export function send(client: Client, method: string, { path, body }: Attempt): Promise<Answer> {
  return client.send(method, path, body);
}
