import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "#lib/host/open-database.ts";
import { createProject } from "#lib/services/create-project.ts";
import { openWorld, type World } from "#lib/world/world.ts";

export const operator = { kind: "operator", userId: null, name: "operator" } as const;

/** A world over a PostgreSQL of its own with the settings of a real start, in a folder that goes away with it. */
export async function withBenchWorld<Result>(work: (world: World, folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), "tessera-bench-"));
  try {
    return await withWorldIn(folder, (world) => work(world, folder));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A world over the studio that `folder` holds, which is made when there is none; the folder stays. */
export async function withWorldIn<Result>(folder: string, work: (world: World) => Promise<Result>): Promise<Result> {
  await mkdir(folder, { recursive: true });
  const database = await openDatabase({ data: folder, databaseUrl: null, as: "bench" });
  const world = openWorld({ databaseUrl: database.url, folder, connections: 6 });
  try {
    return await work(world);
  } finally {
    await world.close();
    await database.close();
  }
}

/** A project with the default registries. Returns its id. */
export async function makeProject(world: World, slug: string): Promise<string> {
  const { id } = await createProject.run(world, operator, { name: slug, slug });
  return id;
}

/** Runs `work` and returns its result with the seconds it took and by how many MiB memory grew at most meanwhile. */
export async function measured<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; seconds: number; megabytes: number }> {
  globalThis.gc?.();
  const idle = process.memoryUsage.rss();
  let most = idle;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 100);
  const started = performance.now();
  try {
    const result = await work();
    return { result, seconds: (performance.now() - started) / 1000, megabytes: (most - idle) / 1024 / 1024 };
  } finally {
    clearInterval(watch);
  }
}
