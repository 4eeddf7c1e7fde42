import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "#lib/db/testing/fresh-database.ts";
import { getFacets } from "#lib/services/get-facets.ts";
import { getSearchProgress } from "#lib/services/search-progress.ts";
import { openWorld, type World } from "#lib/world/world.ts";
import { jobRunner } from "./job-process.ts";
import { newDataPath } from "./new-data-path.ts";
import { operator, type PreparedProject, prepareProject } from "./prepare-project.ts";

/** Three batches. */
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

test("the filling of the search is killed after each batch, goes on where it was, and ends whole", async () => {
  const rows = () => world.db.conversationSearch.count({ where: { projectId: project.id } });
  const progress = () => getSearchProgress.run(world, operator, { project: slug });
  const run = (failpoint?: string) => jobs.run("search.index", { projectId: project.id }, failpoint);
  const before = await rows();
  expect(before).toBe(0);
  for (const done of [1_000, 2_000]) {
    expect(await run("search.batch")).toBe("killed");
    // Batches are committed without waiting for the disk; that loses nothing when a process dies, only when the machine does.
    expect(await rows()).toBe(done);
    expect(await progress()).toEqual({ complete: false, searchable: done, conversations: ROWS });
  }
  expect(await run()).toBe("done");
  expect(await progress()).toEqual({ complete: true, searchable: ROWS, conversations: ROWS });
  // Nothing that this asks not to have is anywhere: every conversation is found.
  expect(await getFacets.run(world, operator, { project: slug, search: "-zqxv" })).toMatchObject({ matching: ROWS });
  const { rows: wrong } = await world.pool.query(
    `SELECT conversation.id FROM conversation LEFT JOIN conversation_search ON conversation_search.conversation_id = conversation.id
     WHERE conversation.project_id = $1 AND (conversation_search.revision IS DISTINCT FROM conversation.head_revision OR conversation_search.number IS DISTINCT FROM conversation.number)`,
    [project.id],
  );
  expect(wrong).toEqual([]);
}, 120_000);
