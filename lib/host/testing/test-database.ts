/** Vitest's global set-up of the integration tests: one PostgreSQL for the run, with a migrated database to copy from. */
import { readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { prepareQueues } from "#lib/jobs/prepare-queues.ts";
import { connectDatabase } from "../connect-database.ts";
import { prepareDataFolder } from "../data-folder.ts";
import { runCluster } from "../embedded-postgres.ts";
import { isAlive } from "../make-cluster.ts";
import { migrate } from "../migrate.ts";
import { findPostmaster, stopPostmaster } from "../postmaster.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The address of the database that fresh ones are copied from. Nobody stays connected to it. */
    templateDatabase: string;
  }
}

const PREFIX = "tessera-test-";
const STOP_MS = 20_000;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const data = await prepareDataFolder(join(tmpdir(), `${PREFIX}${process.pid}`));
  const { url, pid } = await runCluster(data, { relaxed: true });
  await makeTemplate(url);
  project.provide("templateDatabase", url);
  return async () => {
    await stopPostmaster(pid, STOP_MS);
    await rm(data, { recursive: true, force: true });
  };
}

async function makeTemplate(url: string): Promise<void> {
  await migrate(url);
  const client = await connectDatabase(url);
  await prepareQueues(client, url);
  // Statistics are copied too, so that plans in tests do not depend on when autovacuum comes by.
  await client.query("VACUUM ANALYZE");
  await client.end();
}

/** A run that was killed leaves its PostgreSQL behind; the next run stops it. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)$`).exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const data = join(tmpdir(), name);
    const postmaster = await findPostmaster(data);
    if (postmaster !== null && isAlive(postmaster.pid)) await stopPostmaster(postmaster.pid, STOP_MS);
    await rm(data, { recursive: true, force: true });
  }
}
