import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "#lib/db/testing/fresh-database.ts";
import { cancelImport, commitImport } from "#lib/services/commit-import.ts";
import { getImport } from "#lib/services/get-import.ts";
import { openWorld, type World } from "#lib/world/world.ts";
import { jobRunner } from "./job-process.ts";
import { newDataPath } from "./new-data-path.ts";
import { makeFile, operator, prepareProject, upload } from "./prepare-project.ts";

const ROWS = 5_000;
/** Every 100th line is not JSON, and the line after each 250th repeats an id with the same content. */
const BROKEN = ROWS / 100;
const REPEATED = ROWS / 250 - 1;
const project = "battery";

let database: FreshDatabase;
let folder: string;
let world: World;
let jobs: ReturnType<typeof jobRunner>;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await newDataPath();
  world = openWorld({ databaseUrl: database.url, folder });
  jobs = jobRunner({ databaseUrl: database.url, folder });
  await prepareProject(world, { rows: 0, clients: 0, slug: project });
});

afterAll(async () => {
  await world.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function view(importId: string) {
  const preview = await getImport.run(world, operator, { project, import: importId });
  const { state, read, inserted, updated, unchanged, rejected } = preview.import;
  return { state, read, inserted, updated, unchanged, rejected };
}

const stored = async () => {
  const { rows } = await world.pool.query(
    `SELECT (SELECT count(*)::int FROM conversation) AS conversations, (SELECT count(*)::int FROM revision) AS revisions,
       (SELECT count(DISTINCT external_id)::int FROM conversation) AS ids,
       (SELECT coalesce(sum((payload->>'count')::int), 0)::int FROM event WHERE kind = 'conversation.imported') AS told`,
  );
  return rows[0];
};

test("K7: an import of 5,000 lines is killed at each point of its staging and of its commit, and comes to what was previewed", async () => {
  const importId = await upload(world, project, makeFile(ROWS, { flawed: true }));
  const stage = (failpoint?: string) => jobs.run("import.stage", { importId }, failpoint);
  for (const failpoint of ["import.copy:1", "import.copy:3", "import.rejects", "import.staged", "import.marked"]) {
    expect(await stage(failpoint), failpoint).toBe("killed");
    expect((await view(importId)).state, failpoint).toBe("staging");
  }
  expect(await stage("import.review")).toBe("killed");
  expect(await stage()).toBe("done");
  const preview = await view(importId);
  expect(preview).toEqual({
    state: "review",
    read: ROWS,
    inserted: ROWS - BROKEN - REPEATED,
    updated: 0,
    unchanged: REPEATED,
    rejected: BROKEN,
  });
  expect(await stored()).toEqual({ conversations: 0, revisions: 0, ids: 0, told: 0 });

  await commitImport.run(world, operator, { project, import: importId });
  const commit = (failpoint?: string) => jobs.run("import.commit", { importId }, failpoint);
  for (const failpoint of ["import.vocabulary", "import.batch.open", "import.batch", "import.finish"]) {
    expect(await commit(failpoint), failpoint).toBe("killed");
    expect((await view(importId)).state, failpoint).toBe("committing");
  }
  expect(await commit("import.done")).toBe("killed");
  expect(await commit()).toBe("done");
  expect(await view(importId)).toEqual({ ...preview, state: "done" });
  const count = preview.inserted;
  const whole = { conversations: count, revisions: count, ids: count, told: count };
  expect(await stored()).toEqual(whole);

  const again = await upload(world, project, makeFile(ROWS, { flawed: true }));
  expect(again).not.toBe(importId);
  await jobs.run("import.stage", { importId: again });
  const { rejected, unchanged, ...rest } = await view(again);
  expect({ rejected, unchanged, inserted: rest.inserted }).toEqual({
    rejected: BROKEN,
    unchanged: count + REPEATED,
    inserted: 0,
  });
  await commitImport.run(world, operator, { project, import: again });
  expect(await jobs.run("import.commit", { importId: again })).toBe("done");
  expect(await view(again)).toMatchObject({ state: "done", inserted: 0, updated: 0 });
  expect(await stored()).toEqual(whole);
}, 120_000);

test("K7: an import whose staging was killed can be given up, and leaves nothing", async () => {
  const importId = await upload(world, project, makeFile(40));
  expect(await jobs.run("import.stage", { importId }, "import.marked")).toBe("killed");
  await cancelImport.run(world, operator, { project, import: importId });
  expect(await jobs.run("import.stage", { importId })).toBe("done");
  expect((await view(importId)).state).toBe("cancelled");
  const { rows } = await world.pool.query("SELECT count(*)::int AS n FROM import_row WHERE import_id = $1", [importId]);
  expect(rows).toEqual([{ n: 0 }]);
});
