import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Simulator, startSimulator } from "#lib/simulator/start-simulator.ts";
import { allowHost } from "./allowed-hosts.ts";
import { createConnection } from "./connections.ts";
import { editConversation } from "./edit-conversation.ts";
import { embedProject } from "./embed-project.ts";
import { getComparison } from "./get-comparison.ts";
import { getTriageCard } from "./get-triage-card.ts";
import { assignModels } from "./model-roles.ts";
import { rescoreConversation } from "./rescore-conversation.ts";
import { scoreByEmbedding } from "./score-by-embedding.ts";
import { scoreProject } from "./score-project.ts";
import { getScoring, startScoring } from "./scoring.ts";
import { importText, jsonLines, operator, record } from "./testing/import-text.ts";
import { openTestWorld, type TestWorld } from "./testing/test-world.ts";

const model = "tessera-simulator-embedding";
let world: TestWorld;
let simulator: Simulator;
let connection: string;

beforeAll(async () => {
  world = await openTestWorld();
  const faults = [
    { fault: "F3", contains: "asked to wait", first: 1, seconds: 0.01 },
    { fault: "F6", contains: "never let in" },
  ];
  simulator = await startSimulator({ port: 0, seed: 11, latency: 0, faults });
  await allowHost.run(world, operator, { host: "127.0.0.1", private: true });
  connection = await connect("Simulator");
});
afterAll(async () => {
  await simulator.stop();
  await world.end();
});

async function connect(name: string): Promise<string> {
  const made = await createConnection.run(world, operator, {
    name,
    baseUrl: simulator.url,
    models: [{ name: model, inputPrice: 2 }],
    simulated: true,
  });
  return made.id;
}

async function requests(): Promise<number> {
  const answer = await fetch(new URL("/__calls", simulator.url));
  const { embeddings } = (await answer.json()) as { embeddings: number };
  return embeddings;
}

/** How many requests to embed something makes. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  const before = await requests();
  await work();
  return (await requests()) - before;
}

const topics = ["boats", "bread", "snow", "songs"];

/** Three cultures that answer the same questions, each in words of its own; 25 answers each. */
async function newProject(slug: string, { by = connection, last = "", say = slug } = {}): Promise<string> {
  const id = await world.addProject(slug);
  const lines = ["jp", "fr", "ke"].flatMap((culture, at) =>
    Array.from({ length: 25 }, (_, n) =>
      record(
        `${culture}-${n}`,
        culture,
        `${say}: what do people say of ${topics[n % 4]} on day ${n}?`,
        `${say} ${["kora velu", "nami tosi", "reba dunlek"][at]} ${topics[n % 4]} number ${n}${n === 24 ? last : ""}.`,
      ),
    ),
  );
  await importText(world, { project: slug, text: jsonLines(lines) });
  await assignModels.run(world, operator, {
    project: slug,
    expectedVersion: 1,
    embedder: [{ connection: by, model }],
  });
  return id;
}

const status = async (project: string) => (await getScoring.run(world, operator, { project })).embedding;
const scoresOf = (projectId: string, estimator: string) =>
  world.db.score.findMany({ where: { conversation: { projectId }, estimator }, orderBy: { conversationId: "asc" } });
const idOf = async (projectId: string, externalId: string) =>
  (await world.db.conversation.findFirstOrThrow({ where: { projectId, externalId } })).id;

async function edit(project: string, conversation: string, answer: string) {
  const { conversation: card } = await getTriageCard.run(world, operator, { project, conversation });
  const turns = card.turns.map((turn) => (turn.role === "assistant" ? { ...turn, content: answer } : turn));
  await editConversation.run(world, operator, { project, conversation, expectedVersion: card.version, turns });
}

test("a project is embedded in few requests, scored by the vectors, and never asked for the same text again", async () => {
  const id = await newProject("whole");
  await scoreProject(world, id);
  expect(await scoresOf(id, "embedding")).toEqual([]);
  // 75 answers and 25 questions that three cultures share: 100 different texts, 64 to a request.
  expect(await requestsOf(() => scoreByEmbedding(world, id))).toBe(2);
  const after = await status("whole");
  expect(after).toMatchObject({ state: "idle", done: 100, total: 100, problem: null, texts: 100, requests: 2 });
  expect(after?.tokens).toBeGreaterThan(100);
  expect(after?.cost).toBeCloseTo(((after?.tokens ?? 0) * 2) / 1_000_000, 12);
  expect(after).toMatchObject({ exact: true, recall: null });
  expect(await requestsOf(() => scoreByEmbedding(world, id))).toBe(0);

  const scores = await scoresOf(id, "embedding");
  expect(scores).toHaveLength(75);
  for (const { representativeness, distinctiveness, parts } of scores) {
    expect(representativeness).not.toBeNull();
    expect(distinctiveness).not.toBeNull();
    expect(parts).toMatchObject({ neighbourPurity: expect.any(Number), nearestCulture: expect.any(String) });
  }
  const siblings = await scoresOf(id, "siblings");
  expect(siblings.every(({ parts }) => Object(parts).basis === "embedding")).toBe(true);
  const { questionKey } = await world.db.conversation.findFirstOrThrow({
    where: { projectId: id, externalId: "jp-0" },
  });
  const { likeness } = await getComparison.run(world, operator, { project: "whole", question: questionKey ?? "" });
  expect(likeness).toMatchObject({ computed: true, basis: "embedding" });
  const alike = likeness.computed ? likeness.values.flat() : [];
  expect(alike).toHaveLength(3);
  expect(alike.every((value) => value !== null && value > 0)).toBe(true);
  // A question's answers lie near each other, so the nearest abroad answers the same question.
  const near = await world.db.neighbour.findMany({ where: { projectId: id } });
  expect([near.length, ...new Set(near.map(({ basis }) => basis))]).toEqual([75, "embedding"]);
  expect(await world.db.neighbourPass.findUnique({ where: { projectId: id } })).toMatchObject({
    basis: "embedding",
    items: 75,
    exact: true,
  });
  const stored = await world.db.embedding.findMany({ take: 3 });
  expect(stored.map(({ dimensions, vector }) => vector.length / dimensions)).toEqual([2, 2, 2]);
});

test("one edit asks for one text, and the conversation and its siblings are scored by it", async () => {
  const { id } = await world.db.project.findUniqueOrThrow({ where: { slug: "whole" } });
  const edited = await idOf(id, "jp-3");
  await edit("whole", edited, "Something else altogether: lanterns of paper drift on a lake.");
  const before = (await scoresOf(id, "embedding")).find((score) => score.conversationId === edited);
  expect(await requestsOf(() => rescoreConversation(world, id, edited))).toBe(1);
  expect(await status("whole")).toMatchObject({ state: "idle", texts: 101, done: 101, total: 101 });
  const score = (await scoresOf(id, "embedding")).find(({ conversationId }) => conversationId === edited);
  expect(score?.revision).toBe(2);
  expect(score?.distinctiveness).not.toBe(before?.distinctiveness);
  const sibling = (await scoresOf(id, "siblings")).find(({ conversationId }) => conversationId === edited);
  expect([sibling?.revision, Object(sibling?.parts).basis]).toEqual([2, "embedding"]);
  const near = await world.db.neighbour.findUniqueOrThrow({ where: { conversationId: edited } });
  expect([near.basis, near.revision]).toEqual(["embedding", 2]);
  expect(await requestsOf(() => rescoreConversation(world, id, edited))).toBe(0);
});

test("another project with the same texts asks for nothing; another connection for everything", async () => {
  const texts = await world.db.embedding.count({ where: { connectionId: connection } });
  const other = await connect("Other");
  const id = await newProject("again", { by: other, say: "whole" });
  await embedProject(world, id);
  expect(await world.db.embedding.count({ where: { connectionId: other } })).toBe(100);
  expect(await world.db.embedding.count({ where: { connectionId: connection } })).toBe(texts);
  await assignModels.run(world, operator, {
    project: "again",
    expectedVersion: 2,
    embedder: [{ connection, model }],
  });
  expect(await status("again")).toMatchObject({ state: "idle", done: 0, total: 0, texts: 100 });
  expect(await requestsOf(() => embedProject(world, id))).toBe(0);
  expect(await status("again")).toMatchObject({ done: 100, total: 100, texts: 100 });
});

test("an endpoint that asks to wait is asked again, and everything arrives", async () => {
  const id = await newProject("patient", { last: " asked to wait" });
  expect(await requestsOf(() => embedProject(world, id))).toBeGreaterThan(2);
  expect(await status("patient")).toMatchObject({ state: "idle", done: 100, total: 100 });
});

test("an endpoint that fails pauses it with the reason; what came before stays, and the rest is asked once it is mended", async () => {
  const id = await newProject("paused", { last: " never let in" });
  const { problem } = await scoreByEmbedding(world, id);
  expect(problem).toBe("Simulator: The key is not accepted. Give another.");
  const paused = await status("paused");
  expect(paused).toMatchObject({ state: "paused", problem, total: 100 });
  expect(await scoresOf(id, "embedding")).toEqual([]);
  // By wording, since not every answer has a vector.
  await scoreProject(world, id);
  expect((await scoresOf(id, "siblings")).some(({ parts }) => "basis" in Object(parts))).toBe(false);
  for (const culture of ["jp", "fr", "ke"])
    await edit("paused", await idOf(id, `${culture}-24`), `Let in, ${culture}.`);
  expect((await scoreByEmbedding(world, id)).problem).toBeNull();
  expect(await status("paused")).toMatchObject({ state: "idle", done: 100, total: 100, problem: null });
});

test("killed after its first request, it repeats none that was kept", async () => {
  const id = await newProject("killed");
  const script = `
    import { openVault } from "#lib/auth/vault.ts";
    import { openWorld } from "#lib/world/world.ts";
    import { embedProject } from "#lib/services/embed-project.ts";
    const world = openWorld({ databaseUrl: process.env.AT, folder: "/nowhere" });
    await embedProject(world, process.env.PROJECT);`;
  const before = await requests();
  await expect(
    promisify(execFile)(process.execPath, ["--conditions=react-server", "--input-type=module", "-e", script], {
      env: { ...process.env, AT: world.databaseUrl, PROJECT: id, FAILPOINT: "embedding.batch:1" },
    }),
  ).rejects.toMatchObject({ signal: "SIGKILL" });
  expect((await requests()) - before).toBe(1);
  expect(await status("killed")).toMatchObject({ state: "active", done: 64, total: 100 });
  expect(await requestsOf(() => embedProject(world, id))).toBe(1);
  expect(await status("killed")).toMatchObject({ state: "idle", done: 100, total: 100, texts: 100, requests: 2 });
});

test("without an embedder it is said what to do, and an estimator that reads no text is not started", async () => {
  await world.addProject("none");
  const start = (estimator: string) => startScoring.run(world, operator, { project: "none", estimator });
  await expect(start("embedding")).rejects.toThrow("Choose a model for it in the settings");
  await expect(start("human")).rejects.toMatchObject({ code: "invalid" });
  expect(await start("siblings")).toEqual({ queued: true });
  expect(await status("none")).toBeNull();
});

test("scoring is left for a worker with the embedding after it; by name the embedding alone", async () => {
  const jobs = async () =>
    (
      await world.pool.query<{ name: string }>(
        "SELECT name FROM pgboss.job WHERE name LIKE 'score%' AND data->>'projectId' = $1 AND state < 'completed' ORDER BY 1",
        [(await world.db.project.findUniqueOrThrow({ where: { slug: "again" } })).id],
      )
    ).rows.map(({ name }) => name);
  await world.pool.query("DELETE FROM pgboss.job WHERE name LIKE 'score%'");
  await startScoring.run(world, operator, { project: "again", estimator: "embedding" });
  expect(await jobs()).toEqual(["score.embedding"]);
  expect(await status("again")).toMatchObject({ state: "queued" });
  await startScoring.run(world, operator, { project: "again" });
  expect(await jobs()).toEqual(["score.embedding", "score.project"]);
});
