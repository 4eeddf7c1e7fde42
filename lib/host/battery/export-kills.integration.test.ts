import { createHash } from "node:crypto";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "#lib/db/testing/fresh-database.ts";
import { exportFileNames } from "#lib/export/export-file-names.ts";
import { createExport, getExport } from "#lib/services/exports.ts";
import { openExportFile } from "#lib/services/open-export-file.ts";
import { sweepLeftovers } from "#lib/services/sweep-leftovers.ts";
import { openWorld, type World } from "#lib/world/world.ts";
import { jobRunner } from "./job-process.ts";
import { newDataPath } from "./new-data-path.ts";
import { operator, prepareProject } from "./prepare-project.ts";

const ROWS = 3_000;
const project = "battery";
/** A format with a side-car, so that there are two files beside the manifest. */
const format = "openai-chat";
const names = exportFileNames(project, format);

let database: FreshDatabase;
let folder: string;
let world: World;
let jobs: ReturnType<typeof jobRunner>;

beforeAll(async () => {
  database = await freshDatabase();
  folder = await newDataPath();
  world = openWorld({ databaseUrl: database.url, folder });
  jobs = jobRunner({ databaseUrl: database.url, folder });
  await prepareProject(world, { rows: ROWS, clients: 0, slug: project });
});

afterAll(async () => {
  await world.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

const order = () =>
  createExport.run(world, operator, { project, format, filter: { status: ["pending"] } }).then(({ id }) => id);
const stateOf = async (id: string) => (await getExport.run(world, operator, { project, export: id })).state;
const filesIn = () => readdir(join(folder, "exports"));
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function read(id: string, name: string): Promise<Buffer> {
  const { chunks } = await openExportFile(world, operator, project, id, name);
  const read: Uint8Array[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read);
}

test("K8: an export that is killed at each point is never half readable, and at last has the bytes of one that was not", async () => {
  const calm = await order();
  expect(await jobs.run("export.write", { exportId: calm })).toBe("done");
  const data = await read(calm, names.data);
  const sideCar = await read(calm, names.sideCar);
  expect(data.toString("utf8").trimEnd().split("\n")).toHaveLength(ROWS);

  const id = await order();
  for (const failpoint of ["export.rows", "export.rows:3", "export.data", "export.files", "export.manifest"]) {
    expect(await jobs.run("export.write", { exportId: id }, failpoint), failpoint).toBe("killed");
    expect(await stateOf(id), failpoint).toBe("writing");
    for (const name of Object.values(names))
      await expect(read(id, name), failpoint).rejects.toThrow("no such finished export");
    // What has its name already is whole.
    for (const [name, whole] of [
      [names.data, data],
      [names.sideCar, sideCar],
    ] as const) {
      const file = `${id}.${name}`;
      if ((await filesIn()).includes(file))
        expect(sha256(await readFile(join(folder, "exports", file)))).toBe(sha256(whole));
    }
  }
  expect(await jobs.run("export.write", { exportId: id })).toBe("done");
  const view = await getExport.run(world, operator, { project, export: id });
  expect(view).toMatchObject({ state: "ready", rows: ROWS, bytes: data.length, sha256: sha256(data) });
  expect(sha256(await read(id, names.data))).toBe(sha256(data));
  expect(sha256(await read(id, names.sideCar))).toBe(sha256(sideCar));
  const manifest = JSON.parse((await read(id, names.manifest)).toString("utf8"));
  expect(manifest).toMatchObject({ rows: ROWS, files: [{ sha256: sha256(data) }, { sha256: sha256(sideCar) }] });

  const isPart = (name: string) => name.endsWith(".part");
  const left = (await filesIn()).filter(isPart).length;
  expect(left).toBeGreaterThanOrEqual(3);
  const later = (minutes: number): World => ({ ...world, now: () => new Date(Date.now() + minutes * 60_000) });
  await sweepLeftovers(later(55));
  expect((await filesIn()).filter(isPart)).toHaveLength(left);
  await sweepLeftovers(later(61));
  expect((await filesIn()).filter(isPart)).toEqual([]);
  expect((await filesIn()).filter((name) => name.startsWith(id))).toHaveLength(3);
}, 60_000);
