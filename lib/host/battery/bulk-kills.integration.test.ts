import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "#lib/db/testing/fresh-database.ts";
import { getBulk } from "#lib/services/bulk-view.ts";
import { decide } from "#lib/services/decide.ts";
import { prepareBulk } from "#lib/services/prepare-bulk.ts";
import { startBulk } from "#lib/services/start-bulk.ts";
import { stateOfProject } from "#lib/services/testing/state-of-project.ts";
import { undo } from "#lib/services/undo.ts";
import { verifyProject } from "#lib/services/verify-project.ts";
import { openWorld, type World } from "#lib/world/world.ts";
import { jobRunner } from "./job-process.ts";
import { newDataPath } from "./new-data-path.ts";
import { operator, type PreparedProject, prepareProject } from "./prepare-project.ts";

/** More than what a request does by itself, and three batches. */
const ROWS = 2_500;
const slug = "battery";

let database: FreshDatabase;
let folder: string;
let world: World;
let jobs: ReturnType<typeof jobRunner>;
let project: PreparedProject;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await newDataPath();
  world = openWorld({ databaseUrl: database.url, folder });
  jobs = jobRunner({ databaseUrl: database.url, folder });
  project = await prepareProject(world, { rows: ROWS, clients: 0, slug });
});

afterAll(async () => {
  await world.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

test("K: an act on 2,500 is killed at each point of its way there, back and there again, and comes to the same as one that is not", async () => {
  const start = await stateOfProject(world, project.id);
  const act = { kind: "decide", decision: "reject", reason: "harm" };
  const set = { kind: "matching", filter: { status: ["pending"] } };
  const { id: bulkId } = await prepareBulk.run(world, operator, { project: slug, act, set });
  const last = project.conversations.toSorted().at(-1) ?? "";
  await decide.run(world, operator, { project: slug, conversation: last, expectedVersion: 1, kind: "flag" });
  const flagged = await stateOfProject(world, project.id);
  await startBulk.run(world, operator, { project: slug, bulk: bulkId });
  const view = () => getBulk.run(world, operator, { project: slug, bulk: bulkId });
  const run = (failpoint?: string) => jobs.run("bulk.run", { bulkId }, failpoint);
  const { number } = await world.db.event.findFirstOrThrow({ where: { kind: "bulk.started" } });

  /** Kills the walk where a batch has run and not committed, and where it has; then lets it end. */
  const walk = async (state: string, end: string) => {
    expect(await run("bulk.batch")).toBe("killed");
    expect(await view()).toMatchObject({ state, done: 1_000 });
    expect(await run("bulk.batch.open:2")).toBe("killed");
    expect(await view()).toMatchObject({ state, done: 2_000 });
    // Half-way, what is there is what the events say.
    expect((await verifyProject(world, { slug, id: project.id })).differences).toEqual([]);
    expect(await run("bulk.finish")).toBe("killed");
    expect(await view()).toMatchObject({ state, done: ROWS - 1, changed: 1, same: 0 });
    expect(await run()).toBe("done");
    expect(await view()).toMatchObject({ state: end, done: ROWS - 1, changed: 1, same: 0 });
    expect((await verifyProject(world, { slug, id: project.id })).differences).toEqual([]);
  };

  await walk("running", "done");
  const done = await stateOfProject(world, project.id);
  const decided = { status: "rejected", decisionCount: 1, version: 2 };
  expect(await world.db.conversation.count({ where: { projectId: project.id, ...decided } })).toBe(ROWS - 1);
  expect(await world.db.decision.count({ where: { projectId: project.id, kind: "reject", withdrawn: false } })).toBe(
    ROWS - 1,
  );

  await undo.run(world, operator, { project: slug, event: Number(number) });
  await walk("undoing", "undone");
  expect(await stateOfProject(world, project.id)).toBe(flagged);
  await undo.run(world, operator, { project: slug, direction: "redo", event: Number(number) });
  await walk("redoing", "done");
  expect(await stateOfProject(world, project.id)).toBe(done);
  await undo.run(world, operator, { project: slug, event: Number(number) });
  expect(await run()).toBe("done");
  await undo.run(world, operator, { project: slug });
  expect(await stateOfProject(world, project.id)).toBe(start);
}, 120_000);
