import { spawn } from "node:child_process";
import { open, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { clusterFolder, isAlive } from "./make-cluster.ts";
import { errorCode } from "./node-error.ts";
import { findPostgresPrograms } from "./postgres-programs.ts";
import { commandAs, type ServerAccount } from "./server-account.ts";

/** What nothing may turn off, since a crash would then lose decisions that people were told are kept. */
const durable = { fsync: "on", full_page_writes: "on", synchronous_commit: "on" };

const settings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  shared_buffers: "256MB",
  work_mem: "16MB",
  maintenance_work_mem: "256MB",
  random_page_cost: "1.1",
  jit: "off",
  max_wal_size: "4GB",
  checkpoint_timeout: "15min",
  wal_compression: "on",
  log_min_messages: "warning",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** What stands in `postmaster.pid`, which PostgreSQL keeps beside its files while it runs (and after it was killed). */
export interface PostmasterFile {
  pid: number;
  port: number | null;
  ready: boolean;
}

/** Reads the file, or null when there is none. Nobody but PostgreSQL may write or delete it. */
export async function findPostmaster(data: string): Promise<PostmasterFile | null> {
  try {
    const lines = (await readFile(join(clusterFolder(data), "postmaster.pid"), "utf8")).split("\n");
    const port = Number.parseInt(lines[3] ?? "", 10);
    return {
      pid: Number.parseInt(lines[0] ?? "", 10),
      port: Number.isNaN(port) ? null : port,
      ready: lines[7]?.trim() === "ready",
    };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** How a start of PostgreSQL ended: it answers, or it went away again having said why. */
export type StartOutcome = { pid: number } | { said: string };

/** Crash recovery reads at most `max_wal_size` of log; this leaves a slow disk ample time for it. */
const PATIENCE_MS = 300_000;

/**
 * Starts PostgreSQL on the cluster of a data folder and waits until it answers. It outlives us, on purpose: a killed studio
 * leaves a sound database that the next start takes over. What it says goes to `postgres.log`.
 */
export async function startPostmaster(
  data: string,
  account: ServerAccount | null,
  { port, relaxed = false }: { port: number; relaxed?: boolean },
): Promise<StartOutcome> {
  const { postgres } = findPostgresPrograms();
  const chosen = {
    ...settings,
    ...durable,
    ...(relaxed && { fsync: "off", full_page_writes: "off", shared_buffers: "64MB" }),
  };
  const flags = Object.entries(chosen).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const args = ["-D", clusterFolder(data), "-p", String(port), ...flags];
  const { file, args: words, options } = await commandAs(account, postgres, args, [clusterFolder(data), postgres]);
  const log = join(data, "postgres.log");
  const logFile = await open(log, (await isLarge(log)) ? "w" : "a", 0o600);
  const before = (await logFile.stat()).size;
  const env = { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" };
  try {
    const child = spawn(file, words, {
      ...options,
      env,
      cwd: "/",
      detached: true,
      stdio: ["ignore", logFile.fd, logFile.fd],
    });
    const gone = new Promise<void>((resolve) => child.once("close", () => resolve()).once("error", () => resolve()));
    child.unref();
    const pid = child.pid;
    if (pid !== undefined && (await becomesReady(data, pid, gone))) return { pid };
    return { said: (await readFile(log, "utf8")).slice(before) };
  } finally {
    await logFile.close();
  }
}

async function becomesReady(data: string, pid: number, gone: Promise<void>): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  let ended = false;
  const end = gone.then(() => {
    ended = true;
  });
  while (!ended && Date.now() < deadline) {
    const postmaster = await findPostmaster(data);
    if (postmaster?.pid === pid && postmaster.ready) return true;
    await Promise.race([end, pause(5)]);
  }
  return false;
}

const LARGE_BYTES = 10_000_000;

async function isLarge(path: string): Promise<boolean> {
  try {
    return (await stat(path)).size > LARGE_BYTES;
  } catch {
    return false;
  }
}

/**
 * Asks PostgreSQL to stop at once but in order (its "fast" stop) and waits until it is gone.
 *
 * @returns whether it was gone in time; if not it is still tidying up, and the next start waits for it
 */
export async function stopPostmaster(pid: number, patienceMs: number): Promise<boolean> {
  try {
    process.kill(pid, "SIGINT");
  } catch (error) {
    if (errorCode(error) === "ESRCH") return true;
    throw error;
  }
  const deadline = Date.now() + patienceMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await pause(5);
  }
  return true;
}

/** Resolves after this many milliseconds. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
