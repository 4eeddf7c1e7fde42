import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { RunView } from "#lib/schema/run.ts";
import type { FaultRule } from "#lib/simulation/faults.ts";
import { type Simulator, startSimulator } from "#lib/simulator/start-simulator.ts";
import { allowHost } from "../allowed-hosts.ts";
import { createConnection } from "../connections.ts";
import { exportNow } from "../export-now.ts";
import { listConversations } from "../list-conversations.ts";
import { listRunProblems } from "../runs/list-run-problems.ts";
import { getRun } from "../runs/list-runs.ts";
import { planRun } from "../runs/plan-run.ts";
import { cancelRun, changeRun, pauseRunByHand, resumeRun } from "../runs/turn-run.ts";
import { writePlan } from "../runs/write-plan.ts";
import { operator } from "../testing/import-text.ts";
import { openTestWorld, type TestWorld } from "../testing/test-world.ts";
import { verifyProject } from "../verify-project.ts";
import { pauseReasons } from "./flush.ts";
import { startRunEngine } from "./run-engine.ts";

const Calls = z.object({
  chat: z.int(),
  active: z.int(),
  tokens: z.object({ input: z.int(), output: z.int() }),
});

let world: TestWorld;
let simulator: Simulator;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  world = await openTestWorld();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => world.end());

const model = "tessera-simulator-1";

/** A project with a simulator behind it. */
async function addStudio(slug: string, { latency = 5, faults = [] as readonly FaultRule[] } = {}) {
  const projectId = await world.addProject(slug);
  simulator = await startSimulator({ port: 0, seed: 3, latency, faults });
  ends.push(() => simulator.stop());
  await allowHost.run(world, operator, { host: new URL(simulator.url).host, private: true });
  const connection = await createConnection.run(world, operator, {
    name: `Simulator of ${slug}`,
    baseUrl: simulator.url,
    simulated: true,
    concurrency: 16,
    models: [{ name: model, inputPrice: 1, outputPrice: 2 }],
  });
  const start = async (questions: number, extra: Record<string, unknown> = {}) => {
    const run = await planRun.run(world, operator, {
      project: slug,
      method: "ask",
      options: {
        questions: Array.from({ length: questions }, (_, n) => ({ text: `Who pours the tea at gathering ${n}?` })),
        cultures: ["jp", "ke", "eg"],
      },
      models: { generator: [{ connection: connection.id, model }] },
      ...extra,
    });
    await writePlan(world, run.id);
    return run.id;
  };
  const look = (run: string) => getRun.run(world, operator, { project: slug, run });
  const calls = async () => {
    const answer = await fetch(new URL("/__calls", simulator.url));
    return Calls.parse(await answer.json());
  };
  return { projectId, slug, start, look, calls };
}

function startEngine() {
  const engine = startRunEngine(world);
  ends.push(() => engine.stop());
  return engine;
}

async function until(look: () => Promise<RunView>, is: (run: RunView) => boolean): Promise<RunView> {
  const end = performance.now() + 40_000;
  while (performance.now() < end) {
    const run = await look();
    if (is(run)) return run;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Waited in vain: ${JSON.stringify(await look())}`);
}

test("a run of ask asks each question of each culture once and makes siblings of the answers", async () => {
  const { projectId, slug, start, look, calls } = await addStudio("whole");
  const run = await start(10);
  startEngine();
  const done = await until(
    () => look(run),
    ({ state }) => state === "done",
  );
  const ledger = { requested: 30, done: 30, failed: 0, cancelled: 0, pending: 0, active: 0 };
  expect(done).toMatchObject({ ...ledger, produced: 30, calls: 30, unpriced: 0, simulated: true });
  const { chat, tokens } = await calls();
  expect(chat).toBe(30);
  expect(done.tokens).toEqual(tokens);
  // One dollar a million tokens of requests and two of replies; each call is rounded up to a millionth.
  expect(done.cost).toBeCloseTo((tokens.input + 2 * tokens.output) / 1_000_000, 9);
  const rows = await world.db.conversation.findMany({ where: { projectId }, include: { revisions: true } });
  expect(rows).toHaveLength(30);
  expect(rows.every((row) => row.simulated && row.runId === run && row.method === "ask")).toBe(true);
  expect(new Set(rows.map(({ questionKey }) => questionKey)).size).toBe(10);
  const made = (of: string) => listConversations.run(world, operator, { project: slug, run: of, limit: 200 });
  expect((await made(run)).rows).toHaveLength(30);
  expect((await made(projectId)).rows).toEqual([]);
  const { differences } = await verifyProject(world, { id: projectId, slug });
  expect(differences).toEqual([]);

  // What a simulator wrote leaves only when asked for, and is counted either way.
  const file = join(world.folder, "out.jsonl");
  const order = { project: slug, format: "tessera", filter: {}, file } as const;
  const without = await exportNow(world, operator, order);
  expect(without).toMatchObject({ rows: 0, manifest: { leftOut: [{ reason: "simulated", count: 30 }] } });
  expect(await exportNow(world, operator, { ...order, includeSimulated: true })).toMatchObject({ rows: 30 });
});

test("it stops at its calls to the call, and goes on when more are allowed", async () => {
  const { projectId, slug, start, look, calls } = await addStudio("limited");
  const run = await start(10, { maxCalls: 11 });
  startEngine();
  const stopped = await until(
    () => look(run),
    ({ state, active }) => state === "paused" && active === 0,
  );
  expect(stopped).toMatchObject({ calls: 11, done: 11, reason: pauseReasons.calls });
  expect((await calls()).chat).toBe(11);
  await changeRun.run(world, operator, { project: slug, run, expectedVersion: stopped.version, maxCalls: null });
  await resumeRun.run(world, operator, { project: slug, run });
  const done = await until(
    () => look(run),
    ({ state }) => state === "done",
  );
  expect(done).toMatchObject({ done: 30, calls: 30 });
  expect((await calls()).chat).toBe(30);
  expect((await verifyProject(world, { id: projectId, slug })).differences).toEqual([]);
});

test("a budget in dollars is passed by no more than what is in flight", async () => {
  const { start, look } = await addStudio("budget");
  const run = await start(20, { budget: 0.002, concurrency: 4 });
  startEngine();
  const stopped = await until(
    () => look(run),
    ({ state, active }) => state === "paused" && active === 0,
  );
  expect(stopped.reason).toBe(pauseReasons.budget);
  const each = stopped.cost / stopped.calls;
  expect(stopped.cost).toBeGreaterThanOrEqual(0.002);
  // Four places and what is allowed ahead of them.
  expect(stopped.cost).toBeLessThan(0.002 + 8 * 2 * each);
});

test("a pause lets what is in flight end; a cancel keeps what is there and leaves the rest", async () => {
  const { projectId, slug, start, look, calls } = await addStudio("steered", { latency: 60 });
  const run = await start(40, { concurrency: 4 });
  startEngine();
  await until(
    () => look(run),
    ({ done }) => done > 3,
  );
  await pauseRunByHand.run(world, operator, { project: slug, run });
  const paused = await until(
    () => look(run),
    ({ active }) => active === 0,
  );
  expect(paused).toMatchObject({ state: "paused", reason: null });
  const before = await calls();
  expect(before.active).toBe(0);
  expect(paused.calls).toBe(before.chat);
  await resumeRun.run(world, operator, { project: slug, run });
  await until(
    () => look(run),
    ({ done }) => done > paused.done + 3,
  );
  await cancelRun.run(world, operator, { project: slug, run });
  const ended = await until(
    () => look(run),
    ({ active, pending }) => active === 0 && pending === 0,
  );
  expect(ended.state).toBe("cancelled");
  expect(ended.done + ended.cancelled).toBe(120);
  expect(ended.produced).toBe(ended.done);
  expect((await verifyProject(world, { id: projectId, slug })).differences).toEqual([]);
});

test("what fails in passing is asked again, and what no call escapes pauses the run at once", async () => {
  const faults = [
    { fault: "F10", contains: "gathering 1?", first: 1 },
    { fault: "F6", contains: "gathering 7?" },
  ] as const;
  const { slug, start, look } = await addStudio("faulty", { faults });
  const run = await start(6, { concurrency: 2 });
  // Each of the three cultures' first asking of one question fails.
  startEngine();
  const done = await until(
    () => look(run),
    ({ state }) => state === "done",
  );
  expect(done).toMatchObject({ done: 18, failed: 0, calls: 21 });
  const second = await start(8, { concurrency: 2 });
  const stopped = await until(
    () => look(second),
    ({ state, active }) => state === "paused" && active === 0,
  );
  expect(stopped.reason).toContain("The key is not accepted");
  expect(stopped.failed).toBe(0);
  const { rows } = await listRunProblems.run(world, operator, { project: slug, run: second });
  expect(rows[0]).toMatchObject({ code: "unauthorized", items: 0 });
});

test("a trial makes three items and waits for a word", async () => {
  const { slug, start, look } = await addStudio("tried");
  const run = await start(5, { trial: true });
  startEngine();
  const tried = await until(
    () => look(run),
    ({ state }) => state === "tried",
  );
  expect(tried).toMatchObject({ done: 3, calls: 3, requested: 15, pending: 12 });
  await resumeRun.run(world, operator, { project: slug, run });
  expect(
    await until(
      () => look(run),
      ({ state }) => state === "done",
    ),
  ).toMatchObject({ done: 15, calls: 15 });
});

test("several engines share a run: nothing is asked or made twice", async () => {
  const { projectId, slug, start, look, calls } = await addStudio("shared", { latency: 20 });
  const run = await start(40, { concurrency: 12 });
  for (let n = 0; n < 3; n++) startEngine();
  const done = await until(
    () => look(run),
    ({ state }) => state === "done",
  );
  expect(done).toMatchObject({ done: 120, produced: 120, calls: 120 });
  expect((await calls()).chat).toBe(120);
  expect((await verifyProject(world, { id: projectId, slug })).differences).toEqual([]);
});
