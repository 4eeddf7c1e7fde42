import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld } from "#lib/world/world.ts";
import { connectDatabase } from "../connect-database.ts";
import { prepareDataFolder } from "../data-folder.ts";
import { audit } from "./audit.ts";
import { type Load, numbers, startLoad } from "./load.ts";
import { newDataPath } from "./new-data-path.ts";
import { type PreparedProject, prepareProject } from "./prepare-project.ts";
import { clearAway, databaseUrlOf, type StudioProcess, startStudio } from "./studio-process.ts";
import { until } from "./until.ts";

const CLIENTS = 8;
const seed = Date.now() % 100_000;

let studio: StudioProcess;
let project: PreparedProject;

beforeAll(async () => {
  studio = await startStudio({ data: await prepareDataFolder(await newDataPath()) });
  await studio.ready();
  const world = openWorld({ databaseUrl: await databaseUrlOf(studio.data), folder: studio.data });
  project = await prepareProject(world, { rows: 60, clients: CLIENTS });
  await world.close();
}, 120_000);

afterAll(() => clearAway(studio));

/** Kills a part each time that some more writes went through; returns how long each took to come back, in milliseconds. */
async function killDuringLoad(load: Load, role: "web" | "postgres", times: number): Promise<number[]> {
  const next = numbers(seed + times);
  const back: number[] = [];
  for (let kill = 1; kill <= times; kill += 1) {
    const goal = load.acknowledged() + 5 + next(40);
    await until("the writes go on", () => load.acknowledged() >= goal, { timeoutMs: 60_000, everyMs: 1 });
    expect(studio.signal(role)).toBeGreaterThan(0);
    back.push(await studio.ready());
  }
  return back;
}

async function auditNow(load: Load) {
  const client = await connectDatabase(await databaseUrlOf(studio.data));
  try {
    return await audit(client, project.id, load.ledger);
  } finally {
    await client.end();
  }
}

const ledgerSoFar: Load["ledger"] = [];

async function underLoad(work: (load: Load) => Promise<number[]>) {
  const load = startLoad(studio.address, project, seed + ledgerSoFar.length);
  const back = await work(load).finally(() => load.stop());
  ledgerSoFar.push(...load.ledger);
  load.ledger.splice(0, load.ledger.length, ...ledgerSoFar);
  const found = await auditNow(load);
  const troubles = load.ledger.flatMap((line) => line.troubles);
  const figures = `back after ${back.map((ms) => Math.round(ms)).join(", ")} ms; ${JSON.stringify({ ...found, faults: found.faults.length })}`;
  process.stderr.write(`${figures}; 5xx: ${JSON.stringify(Object.groupBy(troubles, String))}\n`);
  return { load, found, troubles };
}

test("K1, K20: the web server is killed eight times among eight writers: nothing lost, nothing doubled", async () => {
  const { load, found } = await underLoad((load) => killDuringLoad(load, "web", 8));
  expect(found.faults, `seed ${seed}`).toEqual([]);
  expect(found.acknowledged).toBeGreaterThan(40);
  expect(found.settled).toBeGreaterThan(0);
  // The stored answer comes again under the same key, also to those who did not hear it the first time.
  const acknowledged = load.ledger.filter(({ answer, unsettled }) => answer?.status === 200 && unsettled > 0);
  for (const line of acknowledged.slice(0, 30)) expect((await load.client.again(line))?.status).toBeLessThan(500);
  console.error(studio.said());
}, 180_000);

test("K4: PostgreSQL is killed six times among eight writers and comes back by itself: nothing lost, nothing doubled", async () => {
  const { found, troubles } = await underLoad((load) => killDuringLoad(load, "postgres", 6));
  console.error(studio.said());
  expect(found.faults, `seed ${seed}`).toEqual([]);
  expect(troubles.filter((status) => status !== 503)).toHaveLength(0);
}, 180_000);
