import { realpath } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { StudioError } from "../errors.ts";
import { type ClusterFile, clusterUrl, readClusterFile, writeClusterPort } from "./cluster-file.ts";
import { findFreePort, isPortFree } from "./free-port.ts";
import { clusterFolder, findVersion, isAlive, makeCluster } from "./make-cluster.ts";
import { errorCode } from "./node-error.ts";
import { findPostmaster, pause, startPostmaster } from "./postmaster.ts";
import { findServerAccount } from "./server-account.ts";

/** The embedded PostgreSQL of a data folder, running. */
export interface RunningCluster {
  /** The address of the database `tessera`, password included. */
  url: string;
  port: number;
  /** The process number of the PostgreSQL server. */
  pid: number;
  /** Whether it ran before we came. */
  joined: boolean;
}

/** The major version of the PostgreSQL that comes with the install. */
const EMBEDDED_VERSION = 18;
/** How long another PostgreSQL of the same folder may take to stop or to start before we give up on it. */
const PATIENCE_MS = 60_000;

/**
 * Makes sure that the PostgreSQL of a data folder runs: joins the one that runs (another command's, or one that a killed
 * studio left behind), or starts one, making its files first where the folder is new. Of several callers at the same
 * moment one starts it and the others join. About 0.1 s, and 0.9 s for a new folder.
 *
 * @param relaxed gives up safety at a power cut for speed: for throw-away tests only
 * @throws StudioError `unavailable` or `forbidden`, saying what stands in the way
 */
export async function runCluster(data: string, { relaxed = false } = {}): Promise<RunningCluster> {
  const cluster = clusterFolder(data);
  const account = await findServerAccount(cluster);
  let file = await readClusterFile(data);
  await makeCluster(data, account, { user: file.user, password: file.password, quick: relaxed });
  await assertOurVersion(cluster);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const running = await findRunning(data, file);
    if (running === "busy") {
      if (Date.now() > deadline)
        throw new StudioError(
          "unavailable",
          `PostgreSQL in ${cluster} neither answers nor ends. Read ${join(data, "postgres.log")}.`,
        );
      await pause(20);
      continue;
    }
    if (running !== null) {
      file = await writeClusterPort(data, file, running.port);
      return { url: clusterUrl(file), ...running, joined: true };
    }
    const port = (await isPortFree(file.port)) ? file.port : await findFreePort();
    const outcome = await startPostmaster(data, account, { port, relaxed });
    if ("pid" in outcome) {
      file = await writeClusterPort(data, file, port);
      await createDatabase(file);
      return { url: clusterUrl(file), port, pid: outcome.pid, joined: false };
    }
    if (!isPassing(outcome.said) || Date.now() > deadline) {
      throw new StudioError(
        "unavailable",
        `PostgreSQL does not start: ${reason(outcome.said)} Read ${join(data, "postgres.log")}.`,
      );
    }
    await pause(20);
  }
}

/**
 * The PostgreSQL that runs on the data folder, null when none does, or "busy" while one starts or stops. The file that
 * names it may be left from a killed one, so whoever answers at that port must also name our folder as its own.
 */
async function findRunning(data: string, file: ClusterFile): Promise<{ pid: number; port: number } | null | "busy"> {
  const postmaster = await findPostmaster(data);
  if (postmaster === null) return null;
  const { pid, port } = postmaster;
  if (port === null) return isAlive(pid) ? "busy" : null;
  const client = new pg.Client({
    connectionString: clusterUrl({ ...file, port, database: "postgres" }),
    connectionTimeoutMillis: 5000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>("SELECT current_setting('data_directory') AS folder");
    const ours = rows[0]?.folder === (await realpath(clusterFolder(data)));
    return ours ? { pid, port } : null;
  } catch (error) {
    const code = errorCode(error);
    if (code === STARTING_OR_STOPPING) return "busy";
    if (code === WRONG_PASSWORD && isAlive(pid)) {
      throw new StudioError(
        "unavailable",
        `The password in ${join(data, "postgres.json")} does not open the database of ${data}. Restore the file from a backup.`,
        { cause: error },
      );
    }
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const STARTING_OR_STOPPING = "57P03";
const WRONG_PASSWORD = "28P01";

/** Sentences of a PostgreSQL that only has to wait: another one has the folder, is not quite gone, or took the port. */
function isPassing(said: string): boolean {
  return /lock file "postmaster\.pid"|pre-existing shared memory block|could not (bind|create any TCP)/.test(said);
}

function reason(said: string): string {
  const line = said.split("\n").find((text) => /(FATAL|PANIC|error while loading|No such file)/.test(text));
  return line === undefined ? "it ended without a word." : `${line.replace(/^.*?(FATAL|PANIC):\s*/, "")}.`;
}

async function assertOurVersion(cluster: string): Promise<void> {
  const version = await findVersion(cluster);
  if (version !== EMBEDDED_VERSION) {
    throw new StudioError(
      "unavailable",
      `${cluster} was made by PostgreSQL ${version}, and this Tessera brings PostgreSQL ${EMBEDDED_VERSION}. Use the Tessera that made it, or choose another folder with --data.`,
    );
  }
}

async function createDatabase(file: ClusterFile): Promise<void> {
  const client = new pg.Client({ connectionString: clusterUrl({ ...file, database: "postgres" }) });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [file.database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(file.database)}`);
  } finally {
    await client.end();
  }
}
