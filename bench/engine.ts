/**
 * What the run engine costs, and how near it comes to the ideal rate:
 *
 *     node --expose-gc --conditions=react-server bench/engine.ts [--items 10000] [--slots 64] [--latency 200]
 *
 * A run of `ask` against the simulator, which is a process of its own and answers after a fixed time. The ideal is
 * items ÷ slots × latency. Overhead is the processor time of the engine's process and the statements that PostgreSQL saw, by
 * call. The reference is the same number of requests by bare `fetch`, as many at once, which stores nothing.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { allowHost } from "#lib/services/allowed-hosts.ts";
import { createConnection } from "#lib/services/connections.ts";
import { startRunEngine } from "#lib/services/engine/run-engine.ts";
import { getRun } from "#lib/services/runs/list-runs.ts";
import { planRun } from "#lib/services/runs/plan-run.ts";
import { writePlan } from "#lib/services/runs/write-plan.ts";
import type { World } from "#lib/world/world.ts";
import { makeProject, operator, withBenchWorld } from "./studio.ts";
import { round, waitFor } from "./timing.ts";

const { values: given } = parseArgs({
  options: {
    items: { type: "string", default: "10000" },
    slots: { type: "string", default: "64" },
    latency: { type: "string", default: "200" },
  },
});
const slots = Number(given.slots);
const latency = Number(given.latency);
const cultures = ["jp", "ke", "eg", "mx", "in"];
const questions = Math.ceil(Number(given.items) / cultures.length);
const items = questions * cultures.length;
const model = "tessera-simulator-1";
const slug = "engine";

interface Measured {
  seconds: number;
  "of ideal": string;
  "own CPU ms a call": number;
  "transactions a call": number | null;
  "peak MB": number;
}

async function startSimulator(): Promise<{ child: ChildProcess; url: string }> {
  const script = fileURLToPath(new URL("../scripts/simulator.ts", import.meta.url));
  const child = spawn(process.execPath, [script, "--latency", String(latency)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = await once(child.stdout ?? child, "data");
  const url = /http:\S+/.exec(String(said))?.[0];
  if (url === undefined) throw new Error(`The simulator said: ${said}`);
  return { child, url };
}

async function measure(calls: number, world: World | null, work: () => Promise<void>): Promise<Measured> {
  globalThis.gc?.();
  const before = world === null ? 0 : await transactions(world);
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 100);
  const idle = process.cpuUsage();
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(idle);
  clearInterval(watch);
  const ideal = ((calls / slots) * latency) / 1000;
  return {
    seconds: round(seconds, 1),
    "of ideal": `${round((ideal / seconds) * 100, 1)} %`,
    "own CPU ms a call": round((user + system) / 1000 / calls, 2),
    "transactions a call": world === null ? null : round(((await transactions(world)) - before) / calls, 2),
    "peak MB": Math.round(peak / 1e6),
  };
}

async function transactions(world: World): Promise<number> {
  // PostgreSQL counts what a session did once it is idle for a while.
  await waitFor(1_500);
  const { rows } = await world.pool.query<{ count: number }>(
    "SELECT xact_commit::float8 AS count FROM pg_stat_database WHERE datname = current_database()",
  );
  return rows[0]?.count ?? 0;
}

async function bareRequests(url: string, count: number): Promise<void> {
  let sent = 0;
  const slot = async () => {
    while (sent < count) {
      sent += 1;
      const body = JSON.stringify({
        model,
        messages: [{ role: "user", content: `Who pours the tea at gathering ${sent}?` }],
      });
      const headers = { "content-type": "application/json" };
      await (await fetch(`${url}/chat/completions`, { method: "POST", headers, body })).json();
    }
  };
  await Promise.all(Array.from({ length: slots }, slot));
}

const { child, url } = await startSimulator();
try {
  await withBenchWorld(async (world) => {
    await makeProject(world, slug);
    await allowHost.run(world, operator, { host: new URL(url).host, private: true });
    const connection = await createConnection.run(world, operator, {
      name: "Simulator",
      baseUrl: url,
      simulated: true,
      concurrency: slots,
      models: [{ name: model, inputPrice: 1, outputPrice: 2 }],
    });
    const table: Record<string, Measured> = {};
    table["reference: bare requests"] = await measure(items, null, () => bareRequests(url, items));
    const { id } = await planRun.run(world, operator, {
      project: slug,
      method: "ask",
      options: {
        questions: Array.from({ length: questions }, (_, n) => ({ text: `Who pours the tea at gathering ${n}?` })),
        cultures,
      },
      models: { generator: [{ connection: connection.id, model }] },
      concurrency: slots,
    });
    const planned = performance.now();
    await writePlan(world, id);
    console.log(`${items} items planned in ${round((performance.now() - planned) / 1000, 1)} s`);
    table["run of ask"] = await measure(items, world, async () => {
      const engine = startRunEngine(world);
      for (let state = ""; state !== "done"; await waitFor(100))
        ({ state } = await getRun.run(world, operator, { project: slug, run: id }));
      await engine.stop();
    });
    const { done, calls } = await getRun.run(world, operator, { project: slug, run: id });
    console.log(`${done} of ${items} done with ${calls} calls; ${slots} slots, ${latency} ms latency`);
    console.table(table);
  });
} finally {
  child.kill();
}
