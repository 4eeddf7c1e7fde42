import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { expect, test } from "vitest";
import { freshDatabase } from "#lib/db/testing/fresh-database.ts";
import { commitImport } from "#lib/services/commit-import.ts";
import { getImport } from "#lib/services/get-import.ts";
import { openWorld, type World } from "#lib/world/world.ts";
import { prepareDataFolder } from "../data-folder.ts";
import { newDataPath } from "./new-data-path.ts";
import { makeFile, operator, prepareProject, upload } from "./prepare-project.ts";
import { clearAway, databaseUrlOf, flags, root, startStudio } from "./studio-process.ts";
import { until } from "./until.ts";

/** More than two batches of a commit. */
const ROWS = 22_000;
const project = "battery";

/** One moment of an import; null while the database does not answer. */
async function look(world: World, importId: string) {
  const row = await world.db.import.findUniqueOrThrow({ where: { id: importId } }).catch(() => null);
  const copied = await world.pool
    .query<{ rows: number }>("SELECT coalesce(max(tuples_processed), 0)::int AS rows FROM pg_stat_progress_copy")
    .then(({ rows: [found] }) => found?.rows ?? 0)
    .catch(() => 0);
  return row && { state: row.state, committedLine: row.committedLine, copied };
}

/** What stands in the way when an import does not go on: its row, its jobs, and who does what in the database. */
async function circumstances(world: World, importId: string): Promise<string> {
  const [row, jobs, sessions] = await Promise.all([
    world.pool.query("SELECT state, problem, read, inserted, committed_line FROM import WHERE id = $1", [importId]),
    world.pool.query("SELECT name, state, retry_count, now() - heartbeat_on AS silence, output FROM pgboss.job"),
    world.pool.query(
      "SELECT application_name, state, wait_event, now() - query_start AS age, left(query, 80) AS query FROM pg_stat_activity WHERE datname = current_database()",
    ),
  ]);
  return JSON.stringify([row.rows, jobs.rows, sessions.rows]);
}

type Moment = NonNullable<Awaited<ReturnType<typeof look>>>;

/** Waits for a moment of an import; returns after how many milliseconds it came. */
async function moment(world: World, importId: string, what: string, isIt: (now: Moment) => boolean): Promise<number> {
  const begin = performance.now();
  const ask = async () => {
    const now = await look(world, importId);
    return now !== null && isIt(now);
  };
  await until(what, ask, { timeoutMs: 60_000, everyMs: 20 }).catch(async (error: unknown) => {
    throw new Error(`${what}: ${await circumstances(world, importId)}`, { cause: error });
  });
  return performance.now() - begin;
}

const isCopying = ({ state, copied }: Moment) => state === "staging" && copied > 0;
const isAmidBatches = ({ committedLine }: Moment) => committedLine > 0;
const is = (state: string) => (now: Moment) => now.state === state;

/** That every line of the file became one conversation, and was told of once. */
async function expectWhole(world: World, importId: string) {
  const preview = await getImport.run(world, operator, { project, import: importId });
  expect(preview.import).toMatchObject({ read: ROWS, inserted: ROWS, updated: 0, unchanged: 0, rejected: 0 });
  const { rows } = await world.pool.query(
    `SELECT (SELECT count(*)::int FROM conversation) AS conversations, (SELECT count(DISTINCT external_id)::int FROM conversation) AS ids,
       (SELECT count(*)::int FROM revision) AS revisions,
       (SELECT sum((payload->>'count')::int)::int FROM event WHERE kind = 'conversation.imported') AS told`,
  );
  expect(rows[0]).toEqual({ conversations: ROWS, ids: ROWS, revisions: ROWS, told: ROWS });
}

test.concurrent("K7: PostgreSQL is killed while an import is staged, reviewed and committed: the import comes to what was previewed", async ({
  onTestFinished,
}) => {
  const studio = await startStudio({ data: await prepareDataFolder(await newDataPath()) });
  onTestFinished(() => clearAway(studio));
  await studio.ready();
  const world = openWorld({ databaseUrl: await databaseUrlOf(studio.data), folder: studio.data });
  onTestFinished(() => world.close());
  await prepareProject(world, { rows: 0, clients: 0, slug: project });
  const importId = await upload(world, project, makeFile(ROWS), true);

  await moment(world, importId, "lines are copied", isCopying);
  expect(studio.signal("postgres")).toBeGreaterThan(0);
  await studio.ready();
  const staged = await moment(world, importId, "the file is staged after all", is("review"));

  expect(studio.signal("postgres")).toBeGreaterThan(0);
  await studio.ready();
  const shown = async () => {
    const preview = await getImport.run(world, operator, { project, import: importId }).catch(() => null);
    return preview?.import.state === "review" && preview.lines.length > 0 && preview.import.inserted === ROWS;
  };
  await until("the preview shows its lines again", shown);

  await commitImport.run(world, operator, { project, import: importId });
  await moment(world, importId, "a batch is committed", isAmidBatches);
  const before = await look(world, importId);
  expect(studio.signal("postgres")).toBeGreaterThan(0);
  await studio.ready();
  const committed = await moment(world, importId, "the import is done after all", is("done"));
  await expectWhole(world, importId);
  process.stderr.write(
    `staged ${Math.round(staged)} ms, committed ${Math.round(committed)} ms after PostgreSQL was killed (at line ${before?.committedLine})\n`,
  );
  expect(studio.said()).not.toMatch(/started again/);
}, 180_000);

test.concurrent("a dead worker's job moves on, and of two workers one does it: K7 through the queue", async ({
  onTestFinished,
}) => {
  const database = await freshDatabase();
  const folder = await newDataPath();
  const world = openWorld({ databaseUrl: database.url, folder });
  const workers: ChildProcess[] = [];
  onTestFinished(async () => {
    for (const worker of workers) worker.kill("SIGKILL");
    await world.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });
  const startWorker = (failpoint = "") => {
    const worker = spawn(process.execPath, [...flags, "scripts/worker.ts"], {
      cwd: root,
      env: {
        ...process.env,
        TESSERA_DATABASE_URL: database.url,
        TESSERA_DATA: folder,
        TESSERA_SUPERVISED: "1",
        FAILPOINT: failpoint,
      },
      stdio: ["ignore", "ignore", 2, "ipc"],
    });
    worker.send({ type: "begin" });
    workers.push(worker);
    return worker;
  };
  await prepareProject(world, { rows: 0, clients: 0, slug: project });
  const importId = await upload(world, project, makeFile(ROWS), true);

  const [, how] = await once(startWorker("import.copy:3"), "exit");
  expect(how).toBe("SIGKILL");
  const pair = [startWorker(), startWorker()];
  const staged = await moment(world, importId, "another worker stages the file", is("review"));

  await commitImport.run(world, operator, { project, import: importId });
  await moment(world, importId, "a batch is committed", isAmidBatches);
  for (const worker of pair) worker.kill("SIGKILL");
  startWorker();
  startWorker();
  const committed = await moment(world, importId, "another worker commits the rest", is("done"));
  await expectWhole(world, importId);
  process.stderr.write(
    `staged ${Math.round(staged)} ms, committed ${Math.round(committed)} ms after the worker was killed\n`,
  );
}, 180_000);
