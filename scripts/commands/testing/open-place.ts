import { execFile } from "node:child_process";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { z } from "zod";

const script = fileURLToPath(new URL("../../tessera.ts", import.meta.url));
/** As the launcher sets it: what was compiled once is not compiled again. */
const compileCache = fileURLToPath(new URL("../../../.tessera/compile-cache", import.meta.url));
const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

/** A place where commands run: a folder, and a database of its own or the embedded one. */
export interface Place {
  folder: string;
  databaseUrl: string | null;
  run(args: string[], more?: { env?: Record<string, string>; input?: string }): Promise<Ended>;
  json<Schema extends z.ZodType>(schema: Schema, args: string[]): Promise<z.output<Schema>>;
}

export async function openPlace(databaseUrl: string | null): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "tessera-command-"));
  await chmod(folder, 0o711);
  const { DATABASE_URL: _url, TESSERA_DATABASE_URL: _own, ...inherited } = process.env;
  const base = {
    ...inherited,
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    NODE_COMPILE_CACHE: compileCache,
  };
  const run: Place["run"] = (args, { env = {}, input } = {}) =>
    new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        [...flags, script, "--data", join(folder, "data"), ...args],
        { cwd: folder, env: { ...base, ...env } },
        (error, stdout, stderr) =>
          resolve({ status: error === null ? 0 : Number(error.code ?? Number.NaN), stdout, stderr }),
      );
      child.stdin?.end(input);
    });
  return {
    folder,
    databaseUrl,
    run,
    async json(schema, args) {
      const { status, stdout, stderr } = await run([...args, "--json"]);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout.split("\n")).toHaveLength(2);
      return schema.parse(JSON.parse(stdout));
    },
  };
}
