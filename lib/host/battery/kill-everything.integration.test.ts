import { stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { openWorld } from "#lib/world/world.ts";
import { connectDatabase } from "../connect-database.ts";
import { prepareDataFolder } from "../data-folder.ts";
import { findPostmaster } from "../postmaster.ts";
import { newDataPath } from "./new-data-path.ts";
import { prepareProject } from "./prepare-project.ts";
import { isRunning } from "./process-table.ts";
import {
  clearAway,
  databaseUrlOf,
  postgresPids,
  type StudioProcess,
  type StudioRole,
  startStudio,
} from "./studio-process.ts";
import { until } from "./until.ts";

const everything: StudioRole[] = ["supervisor", "web", "worker", "postgres"];

async function newStudio(): Promise<StudioProcess> {
  const studio = await startStudio({ data: await prepareDataFolder(await newDataPath()) });
  onTestFinished(() => clearAway(studio));
  return studio;
}

/** The next start on the same folder and port. */
async function startAgain({ data, port }: StudioProcess): Promise<StudioProcess> {
  const studio = await startStudio({ data, port });
  onTestFinished(() => clearAway(studio));
  return studio;
}

/** Kills whatever runs of a studio at one moment, the supervisor first, so that it starts nothing again. */
function killAll(studio: StudioProcess, roles = everything): void {
  const pids = roles.flatMap((role) => studio.pids(role));
  for (const pid of pids) process.kill(pid, "SIGKILL");
}

async function countEvents(data: string): Promise<number> {
  const client = await connectDatabase(await databaseUrlOf(data));
  try {
    return (await client.query("SELECT count(*)::int AS n FROM event")).rows[0].n;
  } finally {
    await client.end();
  }
}

test("each part that is killed alone comes back by itself", async () => {
  const studio = await newStudio();
  await studio.ready();
  for (const role of ["worker", "web", "postgres", "worker"] as const) {
    const [before] = await until(`there is a ${role}`, () => firstOf(studio, role));
    expect(studio.signal(role)).toBeGreaterThan(0);
    await until(`there is another ${role}`, () => firstOf(studio, role, before));
    await studio.ready();
  }
  expect((await studio.end()).status).toBe(0);
}, 120_000);

const firstOf = (studio: StudioProcess, role: StudioRole, before?: number) => {
  const [pid] = studio.pids(role);
  return pid === undefined || pid === before ? null : ([pid] as const);
};

test("after everything was killed, or the supervisor alone, the next start simply works and has all that was there", async () => {
  let studio = await newStudio();
  await studio.ready();
  const world = openWorld({ databaseUrl: await databaseUrlOf(studio.data), folder: studio.data });
  await prepareProject(world, { rows: 30, clients: 0 });
  await world.close();
  const events = await countEvents(studio.data);
  for (const roles of [everything, ["supervisor"], ["supervisor", "postgres"], everything] satisfies StudioRole[][]) {
    const orphans = (["web", "worker"] as const).flatMap((role) => studio.pids(role));
    killAll(studio, roles);
    // Parts whose supervisor is gone end by themselves; the next start need not wait for them.
    const next = await startAgain(studio);
    await next.ready(60_000);
    await until("the parts of the one before are gone", () => orphans.every((pid) => !isRunning(pid)));
    expect(await countEvents(next.data)).toBe(events);
    studio = next;
  }
  expect((await studio.end()).status).toBe(0);
  expect(postgresPids(studio.data)).toEqual([]);
}, 120_000);

test("a first start that is killed while it makes its database leaves nothing that the next one minds", async () => {
  const appears = (path: string) => stat(path).then(Boolean, () => false);
  const moments: [string, (data: string) => Promise<boolean>][] = [
    ["the database is being made", async (data) => (await appears(join(data, "postgres.json"))) || false],
    ["PostgreSQL is starting", async (data) => (await findPostmaster(data)) !== null],
    ["migrations run", async (data) => (await findPostmaster(data))?.ready === true],
  ];
  const first = await newStudio();
  let studio = first;
  for (const [what, isIt] of moments) {
    await until(what, () => isIt(first.data), { everyMs: 1, timeoutMs: 8000 }).catch((error) => {
      throw new Error(`${what}: ${studio.child.exitCode} ${studio.said()}`, { cause: error });
    });
    killAll(studio);
    studio = await startAgain(first);
  }
  await studio.ready(60_000);
  const link = /^Make the first account here: http:\/\/127\.0\.0\.1:\d+\/set-up\?token=/m;
  await until("the set-up link is told", () => link.test(studio.said()));
  expect((await studio.end()).status).toBe(0);
}, 120_000);
