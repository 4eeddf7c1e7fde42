import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:http";
import { expect } from "@playwright/test";
import { findFreePort, isPortFree } from "#lib/host/free-port.ts";
import { isAlive } from "#lib/host/make-cluster.ts";
import { findPostmaster } from "#lib/host/postmaster.ts";
import { test } from "./browser-test.ts";
import { newDataFolder, type Studio, startStudio } from "./studio.ts";

let data: string;
let started: Studio[];
test.beforeEach(async () => {
  data = await newDataFolder();
  started = [];
});
test.afterEach(async () => {
  // The test may have ended its studios itself, or failed before it did.
  for (const studio of started)
    if (studio.process.exitCode === null && studio.process.signalCode === null) await studio.stop();
  await rm(data, { recursive: true, force: true });
});

async function start(port?: number): Promise<Studio> {
  const studio = await startStudio({ data, fresh: true, port });
  started.push(studio);
  return studio;
}

const portOf = ({ address }: Studio) => Number(new URL(address).port);

async function status(studio: Studio, path = "/readyz"): Promise<number | null> {
  try {
    return (await fetch(`${studio.address}${path}`, { redirect: "manual" })).status;
  } catch {
    return null;
  }
}

/** The process number of a part of the studio, from the system's own list, or null while it does not run. */
function findPart({ process: { pid } }: Studio, script: string): number | null {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ");
  const found = children.find(
    (child) => child !== "" && readFileSync(`/proc/${child}/cmdline`, "utf8").includes(script),
  );
  return found === undefined ? null : Number(found);
}

/** Kills a part and waits until another process has its place. */
async function killPart(studio: Studio, script: string): Promise<void> {
  const before = findPart(studio, script);
  expect(before).not.toBeNull();
  process.kill(before ?? 0, "SIGKILL");
  await expect.poll(() => [null, before].includes(findPart(studio, script)), { timeout: 60_000 }).toBe(false);
}

async function postgresOf(studio: Studio): Promise<number> {
  const postmaster = await findPostmaster(studio.data);
  if (postmaster === null) throw new Error("PostgreSQL does not run");
  return postmaster.pid;
}

async function outcome(child: ChildProcess): Promise<{ status: number | null; said: string }> {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  return new Promise((resolve) => child.once("close", (ended) => resolve({ status: ended, said })));
}

const attempt = (...args: string[]) =>
  outcome(
    spawn(process.execPath, ["--conditions=react-server", "scripts/start.ts", ...args], {
      stdio: ["ignore", "ignore", "pipe"],
    }),
  );

test("a studio that is told to stop leaves nothing behind", async () => {
  const studio = await start();
  expect(await status(studio)).toBe(200);
  const postgres = await postgresOf(studio);
  expect(await studio.stop()).toBe(0);
  expect(isAlive(postgres)).toBe(false);
  expect(await isPortFree(portOf(studio))).toBe(true);
});

test("a killed studio starts again on the same port with the same data, whichever of its processes were killed", async () => {
  const first = await start();
  first.process.kill("SIGKILL");
  const second = await start(portOf(first));
  expect(await status(second)).toBe(200);
  const pids = [findPart(second, "web.ts"), findPart(second, "worker.ts"), await postgresOf(second)];
  second.process.kill("SIGKILL");
  for (const pid of pids) if (pid !== null) process.kill(pid, "SIGKILL");
  const third = await start(portOf(first));
  expect(await status(third)).toBe(200);
  expect(await third.stop()).toBe(0);
});

test("a web server, a worker or a PostgreSQL that is killed comes back by itself", async () => {
  const studio = await start();
  await killPart(studio, "web.ts");
  await expect.poll(() => status(studio), { timeout: 60_000 }).toBe(200);
  await killPart(studio, "worker.ts");
  const postgres = await postgresOf(studio);
  process.kill(postgres, "SIGKILL");
  await expect.poll(() => postgresOf(studio), { timeout: 60_000 }).not.toBe(postgres);
  await expect.poll(() => status(studio), { timeout: 60_000 }).toBe(200);
  expect(await studio.stop()).toBe(0);
});

test("a second studio on the same folder, or on the same port, is refused in one sentence", async () => {
  const studio = await start();
  const port = await findFreePort();
  expect(await attempt("--data", data, "--port", String(port))).toEqual({
    status: 1,
    said: `Another Tessera holds ${data}: process ${studio.process.pid} at ${studio.address}. Stop it, or choose another folder with --data.\n`,
  });
  expect(await studio.stop()).toBe(0);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(portOf(studio), "127.0.0.1", resolve));
  const refused = await attempt("--data", data, "--port", String(portOf(studio)));
  other.close();
  expect(refused.status).toBe(1);
  expect(refused.said).toContain(`Port ${portOf(studio)} on 127.0.0.1 is taken by another program.`);
});

test("the first page opens in a browser without an error", async ({ page }) => {
  const troubles: string[] = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  await page.goto(process.env.TESSERA_E2E_SET_UP_LINK ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(troubles).toEqual([]);
});
