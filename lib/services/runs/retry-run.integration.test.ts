import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { FaultRule } from "#lib/simulation/faults.ts";
import { startSimulator } from "#lib/simulator/start-simulator.ts";
import { allowHost } from "../allowed-hosts.ts";
import { createConnection } from "../connections.ts";
import { startRunEngine } from "../engine/run-engine.ts";
import { operator } from "../testing/import-text.ts";
import { openTestWorld, type TestWorld } from "../testing/test-world.ts";
import { verifyProject } from "../verify-project.ts";
import { listAttempts } from "./list-attempts.ts";
import { listRunItems } from "./list-run-items.ts";
import { listRunLanes } from "./list-run-lanes.ts";
import { listRunProblems } from "./list-run-problems.ts";
import { getRun } from "./list-runs.ts";
import { planRun } from "./plan-run.ts";
import { retryRun } from "./turn-run.ts";
import { writePlan } from "./write-plan.ts";

let world: TestWorld;
const ends: (() => Promise<void>)[] = [];
const model = "tessera-simulator-1";

beforeAll(async () => {
  world = await openTestWorld();
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});
afterAll(() => world.end());

async function addSimulator(name: string, faults: readonly FaultRule[] = []) {
  const simulator = await startSimulator({ port: 0, seed: 3, latency: 0, faults });
  ends.push(() => simulator.stop());
  await allowHost.run(world, operator, { host: new URL(simulator.url).host, private: true });
  const models = [{ name: model, inputPrice: 1, outputPrice: 2 }];
  const { id } = await createConnection.run(world, operator, { name, baseUrl: simulator.url, simulated: true, models });
  const calls = async () =>
    z.object({ chat: z.int() }).parse(await (await fetch(new URL("/__calls", simulator.url))).json()).chat;
  return { id, calls };
}

test("what failed for a cause is asked of another model, and what was answered is not asked again", async () => {
  const slug = "again";
  const projectId = await world.addProject(slug);
  const first = await addSimulator("First", [
    { fault: "F9", contains: "gathering 1?" },
    { fault: "F26", contains: "gathering 2?" },
  ]);
  const second = await addSimulator("Second");
  const { id: run } = await planRun.run(world, operator, {
    project: slug,
    method: "ask",
    options: {
      questions: [0, 1, 2].map((n) => ({ text: `Who pours the tea at gathering ${n}?` })),
      cultures: ["jp", "ke", "eg"],
    },
    models: { generator: [{ connection: first.id, model }] },
  });
  await writePlan(world, run);
  const engine = startRunEngine(world);
  ends.push(() => engine.stop());
  const ask = { project: slug, run };
  const look = () => getRun.run(world, operator, ask);
  const isDone = () => expect.poll(async () => (await look()).state, { timeout: 40_000 }).toBe("done");
  await isDone();
  expect(await look()).toMatchObject({ requested: 9, done: 6, failed: 3, produced: 3, calls: 9 });
  const { rows: problems } = await listRunProblems.run(world, operator, ask);
  const failed = problems.find(({ code }) => code !== "note");
  expect(problems.map(({ items }) => items)).toEqual([3, 3]);

  // Who was refused is answered by another only, so another has to be named.
  await expect(retryRun.run(world, operator, { ...ask, code: "note" })).rejects.toMatchObject({ code: "invalid" });
  const other = { connection: second.id, model };
  await retryRun.run(world, operator, { ...ask, code: failed?.code ?? "", model: other });
  await isDone();
  expect(await look()).toMatchObject({ done: 9, failed: 0, produced: 6, calls: 12, models: { others: [other] } });
  expect([await first.calls(), await second.calls()]).toEqual([9, 3]);
  await retryRun.run(world, operator, { ...ask, code: "note", model: other });
  await isDone();
  expect(await look()).toMatchObject({ requested: 9, done: 9, failed: 0, produced: 9, calls: 15 });
  expect([await first.calls(), await second.calls()]).toEqual([9, 6]);

  // Each result names whom it is from.
  const { rows: items } = await listRunItems.run(world, operator, ask);
  for (const { id: item, row } of items) {
    const { rows: attempts } = await listAttempts.run(world, operator, { ...ask, item });
    const answered = attempts.filter(({ state }) => state === "ok");
    const by = row.includes("gathering 0") ? "First" : "Second";
    expect(answered).toMatchObject([{ connection: by, repliedModel: model }]);
  }
  const { rows: lanes } = await listRunLanes.run(world, operator, ask);
  expect(lanes.map(({ connection }) => connection)).toEqual(["First", "Second"]);
  expect((await verifyProject(world, { id: projectId, slug })).differences).toEqual([]);

  // An item that lost its result, but not its answer, is made from that answer, whoever is named.
  const third = await addSimulator("Third");
  const lost = items.filter(({ row }) => !row.includes("gathering 2")).map(({ id }) => id);
  await world.db.conversation.updateMany({
    where: { runItemId: { in: lost } },
    data: { runItemId: null, externalId: null },
  });
  await world.db.runItem.updateMany({
    where: { id: { in: lost } },
    data: { state: "failed", code: "method", produced: 0 },
  });
  await world.db.run.update({ where: { id: run }, data: { done: 3, failed: 6, produced: 3 } });
  await retryRun.run(world, operator, { ...ask, model: { connection: third.id, model } });
  await isDone();
  expect(await look()).toMatchObject({ done: 9, failed: 0, produced: 9, calls: 15 });
  expect(await third.calls()).toBe(0);
});
