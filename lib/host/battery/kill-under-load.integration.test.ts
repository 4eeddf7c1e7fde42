import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openWorld } from "#lib/world/world.ts";
import { connectDatabase } from "../connect-database.ts";
import { prepareDataFolder } from "../data-folder.ts";
import { audit } from "./audit.ts";
import { type Load, numbers, startLoad } from "./load.ts";
import { newDataPath } from "./new-data-path.ts";
import { makeFile, type PreparedProject, prepareProject } from "./prepare-project.ts";
import { clearAway, databaseUrlOf, postgresPids, type StudioProcess, startStudio } from "./studio-process.ts";
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

/** What the log says of requests that broke. */
const brokenRequests = () =>
  studio
    .said()
    .match(/^.*"request failed".*$/gm)
    ?.join("\n");

/** All that was ever sent to this studio. */
const ledger: Load["ledger"] = [];

/** Runs a load while `work` does its harm, and holds everything that was ever sent against what is there afterwards. */
async function underLoad(work: (load: Load) => Promise<number[]>) {
  const load = startLoad(studio.address, project, seed + ledger.length);
  const back = await work(load).finally(() => load.stop());
  ledger.push(...load.ledger);
  const client = await connectDatabase(await databaseUrlOf(studio.data));
  const found = await audit(client, project.id, ledger).finally(() => client.end());
  const troubles = load.ledger.flatMap((line) => line.troubles);
  process.stderr.write(
    `back after ${back.map(Math.round).join(", ")} ms; ${JSON.stringify({ ...found, faults: found.faults.length })}; 503: ${troubles.length}\n`,
  );
  expect(found.faults, `seed ${seed}`).toEqual([]);
  // What a client hears while a part is away is that it is away, never that something broke.
  expect(
    troubles.filter((status) => status !== 503),
    `seed ${seed}\n${brokenRequests()}`,
  ).toEqual([]);
  return { load, found };
}

test("K1, K20: the web server is killed eight times among eight writers: nothing lost, nothing doubled", async () => {
  const { load, found } = await underLoad((load) => killDuringLoad(load, "web", 8));
  expect(found.acknowledged).toBeGreaterThan(40);
  expect(found.settled).toBeGreaterThan(0);
  // Whoever asks again under the same key, having heard the answer or not, gets the same answer once more.
  const acknowledged = load.ledger.filter(({ answer }) => answer?.status === 200);
  const asked = [...acknowledged.filter(({ unsettled }) => unsettled > 0), ...acknowledged].slice(0, 40);
  for (const line of asked) expect(await line.again()).toEqual(line.answer);
}, 180_000);

test("K4: PostgreSQL is killed six times among eight writers and comes back by itself: nothing lost, nothing doubled", async () => {
  await underLoad((load) => killDuringLoad(load, "postgres", 6));
  const others = studio.said().match(/^(web|worker)\.ts ended .*/gm) ?? [];
  expect(others.filter((line) => !line.includes("SIGKILL"))).toEqual([]);
  // Neither does the log give the password of the database away.
  expect(studio.said()).not.toContain(new URL(await databaseUrlOf(studio.data)).password);
}, 180_000);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  test(`K10: at ${signal} what is under way finishes, all ends in order, and the next start goes on`, async () => {
    const body = makeFile(2_000);
    const half = body.length / 2;
    await underLoad(async (load) => {
      const goal = load.acknowledged() + 20;
      await until("the writes go on", () => load.acknowledged() >= goal, { timeoutMs: 60_000, everyMs: 1 });
      const upload = openUpload(studio.port, project, body.length);
      await upload.send(body.subarray(0, half));
      const ending = studio.end(signal);
      await until("no new request is taken", async () => {
        const answer = await fetch(`${studio.address}/readyz`, { signal: AbortSignal.timeout(1_000) }).catch(
          () => null,
        );
        return answer === null || answer.status === 503;
      });
      await upload.send(body.subarray(half));
      expect(await upload.answer).toMatch(/^HTTP\/1\.1 200 /);
      const { status, milliseconds } = await ending;
      expect(status).toBe(0);
      expect(milliseconds).toBeLessThan(20_000);
      expect(postgresPids(studio.data)).toEqual([]);
      studio = await startStudio({ data: studio.data, port: studio.port });
      return [milliseconds, await studio.ready(60_000)];
    });
  }, 120_000);
}

/** Begins to upload a file whose bytes come later, over a socket of its own. */
function openUpload(port: number, { slug, tokens }: PreparedProject, bytes: number) {
  const socket = connect(port, "127.0.0.1");
  const head = [
    `POST /api/v1/projects/${slug}/imports?fileName=rows.jsonl HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    `authorization: Bearer ${tokens[0]}`,
    `idempotency-key: ${crypto.randomUUID()}`,
    "content-type: application/octet-stream",
    `content-length: ${bytes}`,
  ];
  let text = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
  });
  const send = (chunk: Uint8Array | string) => new Promise<void>((sent) => socket.write(chunk, () => sent()));
  const opened = send(`${head.join("\r\n")}\r\n\r\n`);
  return {
    send: (chunk: Uint8Array) => opened.then(() => send(chunk)),
    answer: once(socket, "close").then(() => text),
  };
}
