import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { isAlive } from "./make-cluster.ts";
import { type Supervised, supervise } from "./supervise.ts";
import { temporaryFolder } from "./testing/temporary-folder.ts";

const part = fileURLToPath(new URL("./testing/part.ts", import.meta.url));

interface Watched {
  child: Supervised;
  /** What happened to the part so far: "prepared", "began", "stopped". */
  events(): string[];
  /** The process numbers of the part, the newest last. */
  pids(): number[];
  restarts: string[];
  failures: string[];
}

async function watch(how = "well"): Promise<Watched> {
  const file = join(await temporaryFolder(), "notes");
  const restarts: string[] = [];
  const failures: string[] = [];
  const child = supervise({
    script: part,
    args: [file, how],
    env: process.env,
    conditions: [],
    onFailed: (error) => failures.push(error.message),
    onRestart: (reason) => restarts.push(reason),
  });
  onTestFinished(() => child.stop(0));
  const lines = () => readNotes(file);
  return {
    child,
    events: () => lines().map((line) => line.split(" ")[0] ?? ""),
    pids: () => lines().map((line) => Number(line.split(" ")[1])),
    restarts,
    failures,
  };
}

function readNotes(file: string): string[] {
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
}

const patience = { timeout: 20_000 };

test("a part loads at once and begins when it is told that the database is there", async () => {
  const { child, events } = await watch();
  await expect.poll(events, patience).toEqual(["prepared"]);
  await child.begin();
  expect(events()).toEqual(["prepared", "began"]);
  await child.stop(10_000);
  expect(events()).toEqual(["prepared", "began", "stopped"]);
});

test("a part that is killed is started again and begins by itself", async () => {
  const { child, events, pids, restarts } = await watch();
  await child.begin();
  process.kill(pids().at(-1) ?? 0, "SIGKILL");
  await expect.poll(events, patience).toEqual(["prepared", "began", "prepared", "began"]);
  expect(restarts).toEqual(["SIGKILL"]);
  await child.stop(10_000);
});

test("a part that says why it cannot begin is not started again", async () => {
  const { child, events, failures, restarts } = await watch("fails");
  void child.begin();
  await expect.poll(() => failures, patience).toEqual(["The part cannot begin."]);
  await child.stop(10_000);
  expect([events(), restarts]).toEqual([["prepared"], []]);
});

test("a part that does not end in time is ended", async () => {
  const { child, events, pids } = await watch("hangs");
  await child.begin();
  await child.stop(300);
  expect(events()).toEqual(["prepared", "began", "stopped"]);
  expect(isAlive(pids().at(-1) ?? 0)).toBe(false);
});

test("a part ends when its supervisor is killed", async () => {
  const file = join(await temporaryFolder(), "notes");
  const supervisor = `
    import { supervise } from ${JSON.stringify(new URL("./supervise.ts", import.meta.url).href)};
    const nothing = () => undefined;
    supervise({ script: ${JSON.stringify(part)}, args: [${JSON.stringify(file)}], env: process.env, conditions: [], onFailed: nothing, onRestart: nothing }).begin();`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", supervisor], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    stdio: "inherit",
  });
  const notes = () => readNotes(file);
  await expect.poll(() => notes().length, patience).toBe(2);
  const pid = Number(notes()[1]?.split(" ")[1]);
  parent.kill("SIGKILL");
  await expect.poll(() => isAlive(pid), patience).toBe(false);
  expect(notes().at(-1)).toBe(`stopped ${pid}`);
});
