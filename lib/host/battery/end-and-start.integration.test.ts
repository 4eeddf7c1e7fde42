import { once } from "node:events";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { connectDatabase } from "../connect-database.ts";
import { prepareDataFolder } from "../data-folder.ts";
import { runCluster } from "../embedded-postgres.ts";
import { findFreePort } from "../free-port.ts";
import { readMigrations } from "../migrations.ts";
import { newDataPath } from "./new-data-path.ts";
import { signalTo } from "./process-table.ts";
import { clearAway, postgresPids, type StudioOptions, type StudioProcess, startStudio } from "./studio-process.ts";
import { until } from "./until.ts";

async function start(options: Partial<StudioOptions> = {}): Promise<StudioProcess> {
  const data = options.data ?? (await prepareDataFolder(await newDataPath()));
  const studio = await startStudio({ ...options, data });
  onTestFinished(() => clearAway(studio));
  return studio;
}

const ended = async ({ child }: StudioProcess) => {
  await until("it ends", () => child.exitCode !== null || child.signalCode !== null);
  return child.exitCode;
};

test("K11: two studios that start together on one empty database migrate it once and are both well", async () => {
  const outside = await prepareDataFolder(await newDataPath());
  const { url } = await runCluster(outside);
  onTestFinished(async () => {
    for (const pid of postgresPids(outside)) signalTo(pid, "SIGKILL");
    await until("PostgreSQL is gone", () => postgresPids(outside).length === 0);
    await rm(outside, { recursive: true, force: true });
  });
  const env = { DATABASE_URL: url };
  const studios = await Promise.all([start({ env }), start({ env })]);
  await Promise.all(studios.map((studio) => studio.ready(60_000)));
  const client = await connectDatabase(url);
  const { rows } = await client.query("SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1");
  await client.end();
  expect(rows.map(({ name }) => name)).toEqual((await readMigrations()).map(({ name }) => name));
  for (const studio of studios) expect(postgresPids(studio.data)).toEqual([]);
  const ends = await Promise.all(studios.map((studio) => studio.end()));
  expect(ends.map(({ status }) => status)).toEqual([0, 0]);
}, 120_000);

test("a second studio on the same folder, and one whose port is taken, say so and change nothing", async () => {
  const first = await start();
  await first.ready();
  const port = await findFreePort();
  const second = await startStudio({ data: first.data, port });
  expect(await ended(second)).toBe(1);
  expect(second.said()).toBe(
    `Another Tessera holds ${first.data}: process ${first.child.pid} at ${first.address}. Stop it, or choose another folder with --data.\n`,
  );
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  onTestFinished(() => void other.close());
  const third = await start({ port });
  expect(await ended(third)).toBe(1);
  expect(third.said()).toMatch(
    new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken by another program\\. Choose another`),
  );
  expect(postgresPids(third.data)).toEqual([]);
  await first.ready();
}, 120_000);
