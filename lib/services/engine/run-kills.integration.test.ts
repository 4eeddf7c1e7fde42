import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { seededChance } from "#lib/random.ts";
import { type Simulator, startSimulator } from "#lib/simulator/start-simulator.ts";
import { allowHost } from "../allowed-hosts.ts";
import { createConnection } from "../connections.ts";
import { getRun } from "../runs/list-runs.ts";
import { planRun } from "../runs/plan-run.ts";
import { writePlan } from "../runs/write-plan.ts";
import { operator } from "../testing/import-text.ts";
import { openTestWorld, type TestWorld } from "../testing/test-world.ts";
import { verifyProject } from "../verify-project.ts";
import { startRunEngine } from "./run-engine.ts";

const model = "tessera-simulator-1";
const concurrency = 8;
/** Many processes begin one after the other, each of which takes a second or two on a machine with other work. */
const patience = 240_000;
let world: TestWorld;
let simulator: Simulator;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  world = await openTestWorld();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => world.end());

/** A project with a simulator behind it, and a run of so many items. */
async function addRun(slug: string, { questions, cultures = ["jp", "ke", "eg"], latency = 5 }: RunShape) {
  const projectId = await world.addProject(slug);
  simulator = await startSimulator({ port: 0, seed: 3, latency, faults: [] });
  ends.push(() => simulator.stop());
  await allowHost.run(world, operator, { host: new URL(simulator.url).host, private: true });
  const connection = await createConnection.run(world, operator, {
    name: `Simulator of ${slug}`,
    baseUrl: simulator.url,
    simulated: true,
    concurrency,
    models: [{ name: model, inputPrice: 1, outputPrice: 2 }],
  });
  const start = async () => {
    const { id } = await planRun.run(world, operator, {
      project: slug,
      method: "ask",
      options: {
        questions: Array.from({ length: questions }, (_, n) => ({ text: `Who is served first at feast ${n}?` })),
        cultures,
      },
      models: { generator: [{ connection: connection.id, model }] },
      concurrency,
    });
    await writePlan(world, id);
    return id;
  };
  return { projectId, slug, start };
}

interface RunShape {
  questions: number;
  cultures?: string[];
  latency?: number;
}

/** A worker in a process of its own, which works until it is told to stop. */
function startWorker(environment: Record<string, string> = {}): ChildProcess {
  const script = `
    import { openWorld } from "#lib/world/world.ts";
    import { startRunEngine } from "#lib/services/engine/run-engine.ts";
    const world = openWorld({ databaseUrl: process.env.AT, folder: "/nowhere" });
    const engine = startRunEngine(world);
    process.on("SIGTERM", () => void engine.stop().then(() => world.close()).then(() => process.exit(0)));`;
  const child = spawn(process.execPath, ["--conditions=react-server", "--input-type=module", "-e", script], {
    env: { ...process.env, AT: world.databaseUrl, ...environment },
    stdio: "ignore",
  });
  ends.push(() => child.kill("SIGKILL"));
  return child;
}

const ended = (child: ChildProcess) => (child.exitCode ?? child.signalCode) !== null;

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + patience;
  while (performance.now() < end) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Waited in vain: ${what}`);
}

/** As if so long had passed that no worker heard of so far counts as alive. */
const forgetWorkers = () => world.pool.query("UPDATE run_worker SET heard_at = now() - interval '1 hour'");

const stateOf = async (run: string) =>
  (await world.db.run.findUniqueOrThrow({ where: { id: run }, select: { state: true } })).state;
const isDone = (run: string) => async () => (await stateOf(run)) === "done";

async function chatCalls(): Promise<number> {
  const answer = await fetch(new URL("/__calls", simulator.url));
  return z.object({ chat: z.int() }).parse(await answer.json()).chat;
}

/** One result for each item, each with one conversation, and a ledger that says so. */
async function expectWhole(slug: string, projectId: string, run: string, items: number): Promise<void> {
  const view = await getRun.run(world, operator, { project: slug, run });
  expect(view).toMatchObject({ requested: items, done: items, failed: 0, cancelled: 0, pending: 0, produced: items });
  expect(await world.db.conversation.count({ where: { runId: run } })).toBe(items);
  const { rows } = await world.pool.query<{ twice: number; sent: number; attempts: number }>(
    `SELECT (SELECT count(*) FROM (SELECT FROM conversation WHERE run_id = $1 GROUP BY external_id HAVING count(*) > 1) AS double)::int AS twice,
       count(*) FILTER (WHERE state = 'sent')::int AS sent, count(*)::int AS attempts FROM attempt WHERE run_id = $1`,
    [run],
  );
  expect(rows[0]).toMatchObject({ twice: 0, sent: 0, attempts: view.calls });
  expect((await verifyProject(world, { id: projectId, slug })).differences).toEqual([]);
}

test("K2: a worker killed at each write of one item leaves exactly one result, and pays for at most one call more", {
  timeout: patience,
}, async () => {
  const { projectId, slug, start } = await addRun("killed-at", { questions: 1, cultures: ["jp"] });
  const kills: string[] = [];
  for (const point of ["run.flush.open", "run.flushed", "run.results.open"]) {
    for (let pass = 1; ; pass++) {
      const before = await chatCalls();
      const run = await start();
      const child = startWorker({ FAILPOINT: `${point}:${pass}` });
      await until("the worker is killed or the run done", async () => ended(child) || (await isDone(run)()));
      const killed = child.signalCode === "SIGKILL";
      child.kill("SIGKILL");
      if (killed) {
        kills.push(`${point}:${pass}`);
        await forgetWorkers();
        const engine = startRunEngine(world);
        await until(`the item is made after ${point}:${pass}`, isDone(run));
        await engine.stop();
      }
      await expectWhole(slug, projectId, run, 1);
      expect((await chatCalls()) - before).toBeLessThanOrEqual(killed ? 2 : 1);
      if (!killed || pass > 20) break;
    }
  }
  // Items taken, a call allowed, its answer, the result: before and after each of these writes.
  expect(kills).toContain("run.results.open:1");
  expect(kills.filter((kill) => kill.startsWith("run.flushed")).length).toBeGreaterThanOrEqual(3);
  expect(kills.filter((kill) => kill.startsWith("run.flush.open")).length).toBeGreaterThanOrEqual(3);
});

test("K3: workers killed alternately, fifteen times at random, make every item once and ask little twice", {
  timeout: patience,
}, async () => {
  const kills = 15;
  const { projectId, slug, start } = await addRun("killed-often", { questions: 100, latency: 300 });
  const run = await start();
  const chance = seededChance(7);
  const workers = [startWorker(), startWorker()];
  let done = false;
  for (let kill = 0; kill < kills && !done; kill++) {
    await new Promise((resolve) => setTimeout(resolve, 600 + 600 * chance()));
    workers[kill % 2]?.kill("SIGKILL");
    await forgetWorkers();
    workers[kill % 2] = startWorker();
    done = await isDone(run)();
  }
  await until("the run is done", isDone(run));
  await expectWhole(slug, projectId, run, 300);
  expect((await chatCalls()) - 300).toBeLessThanOrEqual(concurrency * kills);
});

test("K6: a worker that was taken for dead comes back, and what it writes late is refused", {
  timeout: patience,
}, async () => {
  const { projectId, slug, start } = await addRun("asleep", { questions: 2, latency: 400 });
  const run = await start();
  const sleeper = startWorker();
  await until("its calls are under way", async () => (await chatCalls()) > 0);
  sleeper.kill("SIGSTOP");
  const { rows: held } = await world.pool.query<{ worker: string }>(
    "SELECT DISTINCT worker FROM run_item WHERE run_id = $1 AND state = 'active'",
    [run],
  );
  expect(held).toHaveLength(1);
  await forgetWorkers();
  const engine = startRunEngine(world);
  ends.push(() => engine.stop());
  await until("another worker has made its items", isDone(run));
  sleeper.kill("SIGCONT");
  // It ends once all that it had in hand is written, or refused.
  sleeper.kill("SIGTERM");
  if (!ended(sleeper)) await once(sleeper, "exit");
  expect(sleeper.exitCode).toBe(0);
  await expectWhole(slug, projectId, run, 6);
  const { rows } = await world.pool.query(
    "SELECT count(*)::int AS lost FROM attempt WHERE run_id = $1 AND state = 'lost'",
    [run],
  );
  expect(rows[0]?.lost).toBeGreaterThan(0);
});
