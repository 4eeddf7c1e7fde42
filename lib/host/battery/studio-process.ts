import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { clusterUrl, readClusterFile } from "../cluster-file.ts";
import { findFreePort } from "../free-port.ts";
import { isAlive } from "../make-cluster.ts";
import { findPostmaster } from "../postmaster.ts";
import { listProcesses, signalTo } from "./process-table.ts";
import { until } from "./until.ts";

export const root = fileURLToPath(new URL("../../..", import.meta.url));
export const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];

/** The processes of a running studio. */
export type StudioRole = "supervisor" | "web" | "worker" | "postgres";

export interface StudioOptions {
  data: string;
  port?: number;
  /** Variables beside those of the test. */
  env?: Record<string, string>;
  args?: string[];
}

/** A studio in processes of its own, as `npm start` runs it, to be killed by role. */
export interface StudioProcess {
  address: string;
  port: number;
  data: string;
  /** The supervisor. */
  child: ChildProcess;
  /** Everything it has said on both outputs so far. */
  said(): string;
  pids(role: StudioRole): number[];
  /** Sends a signal to every process of a role; returns how many there were. */
  signal(role: StudioRole, signal?: NodeJS.Signals): number;
  /** Resolves when the studio answers and reaches its database; returns after how many milliseconds. */
  ready(timeoutMs?: number): Promise<number>;
  /** Asks it to end, and says how it did. */
  end(signal?: NodeJS.Signals): Promise<{ status: number | null; milliseconds: number }>;
}

/** Builds the pages where that has not been done; a build that is there is taken as it is. */
export function ensureBuilt(): void {
  if (existsSync(`${root}.next/BUILD_ID`)) return;
  const { status } = spawnSync(process.execPath, ["scripts/launch.mjs", "build"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error("The pages cannot be built; the reason stands above.");
}

/** Starts a studio without waiting for it. Whoever starts it disposes of it with `clearAway`. */
export async function startStudio(options: StudioOptions): Promise<StudioProcess> {
  ensureBuilt();
  const { data, args = [] } = options;
  const port = options.port ?? (await findFreePort());
  const child = spawn(
    process.execPath,
    [...flags, "scripts/start.ts", "--data", data, "--port", String(port), ...args],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", ...options.env },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let said = "";
  for (const output of [child.stdout, child.stderr]) {
    output.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  }
  const ended = once(child, "exit");
  const address = `http://127.0.0.1:${port}`;

  const pids = (role: StudioRole): number[] => {
    if (child.pid === undefined) return [];
    const processes = listProcesses();
    if (role === "supervisor") return processes.some(({ pid }) => pid === child.pid) ? [child.pid] : [];
    if (role === "postgres") return postgresPids(data);
    return processes
      .filter(({ words }) => words.includes(`scripts/${role}.ts`))
      .filter(({ parent }) => parent === child.pid)
      .map(({ pid }) => pid);
  };

  return {
    address,
    port,
    data,
    child,
    said: () => said,
    pids,
    signal: (role, signal = "SIGKILL") => pids(role).filter((pid) => signalTo(pid, signal)).length,
    async ready(timeoutMs = 30_000) {
      const begin = performance.now();
      const isReady = async () => {
        if (child.exitCode !== null) throw new Error(`The studio ended with status ${child.exitCode}:\n${said}`);
        const answer = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
        return answer?.status === 200;
      };
      await until(`the studio at ${address} is ready; it said:\n${said}`, isReady, { timeoutMs });
      return performance.now() - begin;
    },
    async end(signal = "SIGTERM") {
      const begin = performance.now();
      child.kill(signal);
      if (child.exitCode === null && child.signalCode === null) await ended;
      return { status: child.exitCode, milliseconds: performance.now() - begin };
    },
  };
}

/** The PostgreSQL server of a data folder with all its processes; none when it does not run. */
export function postgresPids(data: string): number[] {
  const processes = listProcesses();
  const server = processes.find(({ words }) => words.includes(`-D ${data}/postgres `));
  if (server === undefined) return [];
  return [server.pid, ...processes.filter(({ parent }) => parent === server.pid).map(({ pid }) => pid)];
}

/** The address of the database in a data folder. */
export async function databaseUrlOf(data: string): Promise<string> {
  return clusterUrl(await readClusterFile(data));
}

/** Ends whatever is left of a studio and removes its data folder. */
export async function clearAway({ child, pids, data }: StudioProcess): Promise<void> {
  const left = (["web", "worker"] as const).flatMap(pids);
  child.kill("SIGKILL");
  for (const pid of left) signalTo(pid, "SIGKILL");
  const postmaster = await findPostmaster(data);
  for (const pid of postgresPids(data)) signalTo(pid, "SIGKILL");
  if (postmaster !== null) await until("PostgreSQL is gone", () => !isAlive(postmaster.pid));
  await rm(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
