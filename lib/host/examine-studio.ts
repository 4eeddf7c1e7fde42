import { constants } from "node:fs";
import { access, stat, statfs } from "node:fs/promises";
import { join, resolve } from "node:path";
import type pg from "pg";
import { parseEnv } from "../env.ts";
import { type Check, failed } from "./check.ts";
import { connectDatabase } from "./connect-database.ts";
import { examineDatabase } from "./examine-database.ts";
import { findHolder, holdCluster } from "./folder-lock.ts";
import { errorCode } from "./node-error.ts";
import { findPrivateFile } from "./private-file.ts";

const LEAST_FREE_BYTES = 500 * 1024 * 1024;
const ANSWER_MS = 3_000;
const DEFAULT_ADDRESS = "http://127.0.0.1:3000";

/**
 * Looks at all that a studio needs: the machine, the data folder, the database, the web server, the workers. Makes and
 * changes nothing; an embedded PostgreSQL that does not run is started for the look and stopped after it.
 */
export async function examineStudio(data?: string): Promise<Check[]> {
  const checks: Check[] = [examineNode()];
  let given: ReturnType<typeof parseEnv>;
  try {
    given = parseEnv({ ...process.env, ...(data === undefined ? {} : { TESSERA_DATA: resolve(data) }) });
  } catch (error) {
    return [...checks, failed("settings", error)];
  }
  checks.push(await examineFolder(given.data), await examineSecret(given), await examineDisk(given.data));
  const { databaseUrl } = given;
  if (databaseUrl === null && !(await exists(join(given.data, "postgres.json")))) {
    const mend = "Start it with npm start, or name one with DATABASE_URL.";
    return [...checks, { name: "database", ok: false, detail: `${given.data} holds no database yet.`, mend }];
  }
  try {
    const hold =
      databaseUrl === null
        ? await holdCluster(given.data, { as: `process ${process.pid} (doctor)`, studio: false })
        : null;
    try {
      const client = await connectDatabase(databaseUrl ?? hold?.cluster.url ?? "", "tessera doctor");
      try {
        checks.push(...(await examineDatabase(client)));
        checks.push(...(await examineStudioProcess(client, hold !== null, given.origin)));
      } finally {
        await client.end();
      }
    } finally {
      await hold?.release();
    }
  } catch (error) {
    checks.push(failed("database", error));
  }
  return checks;
}

function examineNode(): Check {
  return { name: "node", ok: true, detail: `Node.js ${process.versions.node}`, mend: null };
}

async function examineFolder(folder: string): Promise<Check> {
  try {
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    const { mode } = await stat(folder);
    return { name: "data-folder", ok: true, detail: `${folder}, mode ${(mode & 0o777).toString(8)}`, mend: null };
  } catch (error) {
    const missing = errorCode(error) === "ENOENT";
    const detail = missing ? `${folder} is not there.` : `${folder} cannot be read and written by this user.`;
    const mend = missing
      ? "Start Tessera with npm start, or name its folder with --data."
      : "Change its owner, or name another with --data.";
    return { name: "data-folder", ok: false, detail, mend };
  }
}

async function examineSecret({ secret, data }: { secret: string | null; data: string }): Promise<Check> {
  if (secret !== null) return { name: "secret", ok: true, detail: "given by TESSERA_SECRET", mend: null };
  try {
    const kept = await findPrivateFile(join(data, "secret"));
    if (kept === null) return { name: "secret", ok: true, detail: "none yet; the first start makes one", mend: null };
    parseEnv({ TESSERA_SECRET: kept.trim() || "empty" });
    return { name: "secret", ok: true, detail: `kept in ${join(data, "secret")}, closed to others`, mend: null };
  } catch (error) {
    return failed("secret", error);
  }
}

async function examineDisk(folder: string): Promise<Check> {
  const found = await statfs(folder).catch(() => null);
  if (found === null) return { name: "disk", ok: true, detail: "not known, since there is no data folder", mend: null };
  const free = found.bavail * found.bsize;
  const ok = free >= LEAST_FREE_BYTES;
  const detail = `${(free / 1024 ** 3).toFixed(1)} GB free`;
  return { name: "disk", ok, detail, mend: ok ? null : "Make room: imports and exports need it." };
}

/** The studio need not run for commands to work, so that it does not is no failure; one that runs must answer. */
async function examineStudioProcess(client: pg.Client, embedded: boolean, origin: string | null): Promise<Check[]> {
  const holder = embedded ? ((await findHolder(client))?.replace(/^tessera /, "") ?? null) : null;
  const address = / at (http\S+)$/.exec(holder ?? "")?.[1] ?? origin ?? DEFAULT_ADDRESS;
  const studio = holder ?? (embedded ? "not running" : "not known: with DATABASE_URL many may share the database");
  const answer = await ask(`${address}/readyz`);
  const must = holder !== null;
  return [
    { name: "studio", ok: true, detail: studio, mend: must || !embedded ? null : "Start it with npm start." },
    {
      name: "web",
      ok: answer === 200 || !must,
      detail: answer === null ? `${address} does not answer` : `${address}/readyz answers ${answer}`,
      mend: answer === 200 || !must ? null : "It starts again by itself; read what npm start prints.",
    },
  ];
}

async function ask(address: string): Promise<number | null> {
  try {
    const { status } = await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS), redirect: "manual" });
    return status;
  } catch {
    return null;
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
