import fc from "fast-check";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type LaneBuckets, leaseSlots } from "#lib/pacing/lease-slots.ts";
import { requestShape, tokenShape } from "#lib/pacing/minute-limit.ts";
import { fullBucket, settle } from "#lib/pacing/token-bucket.ts";
import { startSimulator } from "#lib/simulator/start-simulator.ts";
import { allowHost } from "../allowed-hosts.ts";
import { createConnection } from "../connections.ts";
import { listRunLanes } from "../runs/list-run-lanes.ts";
import { getRun } from "../runs/list-runs.ts";
import { planRun } from "../runs/plan-run.ts";
import { writePlan } from "../runs/write-plan.ts";
import { operator } from "../testing/import-text.ts";
import { openTestWorld, type TestWorld } from "../testing/test-world.ts";
import { openLanePace } from "./lane-pace.ts";
import { startRunEngine } from "./run-engine.ts";

let world: TestWorld;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  world = await openTestWorld();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => world.end());

const rest = { inFlight: 0, waiting: 0, places: 1, wanted: 0, cost: 1, refund: 0 };
const busy = { ...rest, inFlight: 1 };

async function addConnection(name: string, limits: Record<string, number>) {
  await allowHost.run(world, operator, { host: "127.0.0.1:18080", private: true });
  const row = await createConnection.run(world, operator, { name, baseUrl: "http://127.0.0.1:18080/v1", ...limits });
  const open = (clock: (() => number) | null = null) =>
    openLanePace(world, { connection: row.id, worker: world.newId(), clock });
  return { id: row.id, open };
}

test("the statement counts as its plain form does", async () => {
  const requestsPerMinute = 45;
  const tokensPerMinute = 2_000;
  const limits = { requestsPerMinute, tokensPerMinute };
  const { id, open } = await addConnection("counted", limits);
  let now = 0;
  const pace = open(() => now);
  const step = fc.record({
    after: fc.integer({ min: -500, max: 9_000 }),
    wanted: fc.integer({ min: 0, max: 12 }),
    cost: fc.integer({ min: 1, max: 300 }),
    refund: fc.integer({ min: -200, max: 200 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      await world.pool.query("DELETE FROM lane WHERE connection_id = $1", [id]);
      now = 1_000_000;
      let buckets: LaneBuckets = {
        requests: fullBucket(requestShape(requestsPerMinute).capacity, now),
        tokens: fullBucket(tokenShape(tokensPerMinute).capacity, now),
      };
      await pace.ask(rest);
      for (const { after, wanted, cost, refund } of steps) {
        now += after;
        const settled = { ...buckets, tokens: settle(buckets.tokens, refund, 0) };
        const plain = leaseSlots(settled, { wanted, cost, limits, now });
        buckets = plain.buckets;
        const answer = await pace.ask({ ...rest, wanted, cost, refund });
        expect({ granted: answer.granted, wait: answer.wait }).toEqual({ granted: plain.granted, wait: plain.wait });
      }
    }),
    { numRuns: 60 },
  );
});

test("workers that ask at the same moment are granted together what the limit allows, to the slot", async () => {
  const { open } = await addConnection("together", { requestsPerMinute: 300 });
  let now = 5_000;
  const workers = Array.from({ length: 24 }, () => open(() => now));
  for (const pace of workers) await pace.ask(rest);
  for (let round = 0; round < 10; round++) {
    now += 60_000;
    const answers = await Promise.all(workers.map((pace) => pace.ask({ ...busy, wanted: 4 })));
    // A tenth of 300; 96 were wanted.
    expect(answers.reduce((sum, { granted }) => sum + granted, 0)).toBe(30);
    expect(answers.every(({ granted, wait }) => granted === 4 || wait > 0)).toBe(true);
  }
});

test("a lane that one worker closed is closed for all until then, and their places add up to those of the connection", async () => {
  const { open } = await addConnection("closed", { requestsPerMinute: 600, concurrency: 7 });
  let now = 5_000;
  const workers = [open(() => now), open(() => now), open(() => now)] as const;
  for (const pace of workers) await pace.ask(busy);
  const shares = await Promise.all(workers.map(async (pace) => (await pace.ask(busy)).share));
  expect(shares.sort()).toEqual([2, 2, 3]);
  await workers[0].close("rate-limited", 30_000);
  // A shorter wait that is heard of later opens nothing.
  await workers[1].close("rate-limited", 2_000);
  expect(await workers[2].ask({ ...busy, wanted: 3 })).toMatchObject({
    granted: 0,
    closedFor: 30_000,
    code: "rate-limited",
  });
  now += 30_000;
  expect(await workers[2].ask({ ...busy, wanted: 3 })).toMatchObject({ granted: 3, closedFor: 0 });
  // A worker that rests leaves its places to the others.
  await workers[0].ask(rest);
  await workers[1].ask(rest);
  expect((await workers[2].ask(busy)).share).toBe(7);
});

test("a connection without limits a minute grants whatever is wanted", async () => {
  const { open } = await addConnection("free", {});
  expect(await open().ask({ ...busy, wanted: 900, cost: 5_000 })).toMatchObject({
    granted: 900,
    wait: 0,
    limited: false,
  });
});

test("two engines on one connection send together no more in a minute than it allows", async () => {
  const slug = "paced";
  await world.addProject(slug);
  const simulator = await startSimulator({ port: 0, seed: 3, latency: 0, faults: [] });
  ends.push(() => simulator.stop());
  await allowHost.run(world, operator, { host: new URL(simulator.url).host, private: true });
  const model = "tessera-simulator-1";
  const connection = await createConnection.run(world, operator, {
    name: "Paced",
    baseUrl: simulator.url,
    simulated: true,
    requestsPerMinute: 60,
    models: [{ name: model, inputPrice: 1, outputPrice: 2 }],
  });
  const run = await planRun.run(world, operator, {
    project: slug,
    method: "ask",
    options: {
      questions: Array.from({ length: 10 }, (_, n) => ({ text: `Who pours the tea at gathering ${n}?` })),
      cultures: ["jp", "ke", "eg"],
    },
    models: { generator: [{ connection: connection.id, model }] },
  });
  await writePlan(world, run.id);
  // Ahead of the database's clock, so that what it waits for here still lies ahead for who looks.
  const start = Date.now() + 3_600_000;
  let now = start;
  /** How often the engines have asked for slots since the time was last moved. */
  let asked = 0;
  for (let engine = 0; engine < 2; engine++) {
    const clock = () => {
      asked += 1;
      return now;
    };
    const started = startRunEngine(world, { clock });
    ends.push(() => started.stop());
  }
  const chat = async () =>
    z.object({ chat: z.int() }).parse(await (await fetch(new URL("/__calls", simulator.url))).json()).chat;
  // Six lie in the bucket, a tenth of 60, and 55 a minute flow in.
  for (let seconds = 0; seconds <= 25; seconds += 5) {
    now = start + seconds * 1_000;
    asked = 0;
    const allowed = 6 + Math.floor((55 * seconds) / 60);
    await expect.poll(async () => (await chat()) >= allowed && asked > 6, { timeout: 30_000 }).toBe(true);
    expect(await chat()).toBe(allowed);
    if (seconds > 0) continue;
    const { rows } = await listRunLanes.run(world, operator, { project: slug, run: run.id });
    // The first call after the six comes in 60/55 s.
    const until = new Date(start + Math.ceil(60_000 / 55)).toISOString();
    const waits = { reason: "limit", until, used: 0, most: 8, requestsPerMinute: 60, models: [model], times: 0 };
    expect(rows).toMatchObject([{ connection: "Paced", ...waits }]);
    expect(rows[0]?.waiting).toBeGreaterThan(0);
  }
  now = start + 40_000;
  const look = async () => (await getRun.run(world, operator, { project: slug, run: run.id })).state;
  await expect.poll(look, { timeout: 30_000 }).toBe("done");
  const lanesAfter = async () =>
    (await listRunLanes.run(world, operator, { project: slug, run: run.id })).rows.map(
      ({ reason, until, used, waiting, ofRun }) => ({ reason, until, used, waiting, ofRun }),
    );
  // As the workers say with their next word.
  const empty = { reason: "no-work", until: null, used: 0, waiting: 0, ofRun: 0 };
  await expect.poll(lanesAfter, { timeout: 30_000 }).toEqual([empty]);
  expect(await chat()).toBe(30);
});
