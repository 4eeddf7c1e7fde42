import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { findFreePort } from "#lib/host/free-port.ts";

/** A real studio in processes of its own, as `npm start` runs it. */
export interface Studio {
  address: string;
  /** The one-time link to make the first account; null once there is one. */
  setUpLink: string | null;
  data: string;
  process: ChildProcess;
  /** Ends it in order and returns its exit status. */
  stop(): Promise<number | null>;
}

const root = fileURLToPath(new URL("..", import.meta.url));
const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning", "scripts/start.ts"];

/** Makes a data folder that is used for one studio only. */
export async function newDataFolder(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), "tessera-e2e-"));
  await chmod(data, 0o711);
  return data;
}

/**
 * Starts a studio and waits until it says that it is ready, and for the set-up link when `fresh`, which is when nobody has an
 * account in its data folder.
 */
export async function startStudio({
  data,
  fresh,
  port,
}: {
  data: string;
  fresh: boolean;
  port?: number;
}): Promise<Studio> {
  const chosen = port ?? (await findFreePort());
  const child = spawn(process.execPath, [...flags, "--data", data, "--port", String(chosen)], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  const said = readUntilReady(child, fresh);
  const gone = ended.then(([status]) => {
    throw new Error(`The studio ended with status ${status} before it was ready.`);
  });
  const { address, setUpLink } = await Promise.race([said, gone]);
  // From here on its end is asked for, by `stop` or by the test itself.
  gone.catch(() => undefined);
  return {
    address,
    setUpLink,
    data,
    process: child,
    async stop() {
      child.kill("SIGTERM");
      const [status] = await ended;
      return status;
    },
  };
}

async function readUntilReady(
  child: ChildProcess,
  fresh: boolean,
): Promise<{ address: string; setUpLink: string | null }> {
  if (child.stdout === null) throw new Error("The studio has no output to read.");
  let address: string | undefined;
  let setUpLink: string | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    address ??= /^Tessera is ready at (http:\S+)$/.exec(line)?.[1];
    setUpLink ??= /^Make the first account here: (http:\S+)$/.exec(line)?.[1] ?? null;
    if (address !== undefined && (setUpLink !== null || !fresh)) return { address, setUpLink };
  }
  return new Promise(() => undefined);
}
