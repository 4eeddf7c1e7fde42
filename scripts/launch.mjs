// @ts-check
/**
 * What stands behind `npm start` and `npm test`: installs, generates and builds what is missing or out of date, then runs the
 * command on the Node.js that Tessera brings along. Plain JavaScript without a dependency, since it runs before the install
 * and on whatever Node.js (18 or later) the machine has. Says nothing on standard output.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, isFresh } from "./launch/build.mjs";
import { generate, isGenerated } from "./launch/generate.mjs";
import { install, isInstalled } from "./launch/install.mjs";
import { withLock } from "./launch/lock.mjs";
import { findNode } from "./launch/node.mjs";
import { run } from "./launch/run.mjs";
import { parts, runTests } from "./launch/run-tests.mjs";
import { Trouble } from "./launch/trouble.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const scripts = { start: "start.ts", worker: "worker.ts", tessera: "tessera.ts", simulator: "simulator.ts" };

/** @param {string} line */
const say = (line) => {
  process.stderr.write(`${line}\n`);
};

/**
 * Runs `work` unless it is done; of several commands that start at once one does it and the others wait.
 * @param {() => boolean} isDone
 * @param {() => void | Promise<void>} work
 */
async function once(isDone, work) {
  if (isDone()) return;
  const onWait = () => say("Waiting for another command that is installing or building");
  await withLock(join(root, ".tessera", "launch.lock"), () => (isDone() ? undefined : work()), onWait);
}

function environment() {
  const bin = join(root, "node_modules", ".bin");
  return {
    ...process.env,
    PATH: `${bin}${process.platform === "win32" ? ";" : ":"}${process.env.PATH ?? ""}`,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(root, ".tessera", "compile-cache"),
  };
}

/** @param {string[]} args */
function onlyPart(args) {
  const at = args.indexOf("--only");
  const part = at === -1 ? null : (args[at + 1] ?? "");
  if (part !== null && !parts.includes(part)) throw new Trouble(`test --only takes one of ${parts.join(", ")}.`);
  return part;
}

/**
 * @param {string | undefined} command
 * @param {string[]} args
 */
async function main(command, args) {
  const known = [...Object.keys(scripts), "test", "build"];
  if (command === undefined || !known.includes(command))
    throw new Trouble(`Usage: node scripts/launch.mjs ${known.join("|")} [options]`);
  const only = command === "test" ? onlyPart(args) : null;
  await once(
    () => isInstalled(root),
    () => install(root, say),
  );
  const node = findNode(root);
  const env = environment();
  await once(
    () => isGenerated(root),
    () => generate(root, node),
  );
  const built = () =>
    once(
      () => isFresh(root),
      () => build(root, node, env, say),
    );
  if (command === "test") return runTests({ root, node, env, build: built, say }, only);
  if (command === "build" || (command === "start" && !args.includes("--dev"))) await built();
  if (command === "build") return 0;
  const script = join(root, "scripts", scripts[/** @type {keyof typeof scripts} */ (command)]);
  const flags = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];
  return run(node, [...flags, script, ...args], { cwd: process.cwd(), env, tied: command !== "tessera" });
}

try {
  process.exitCode = await main(process.argv[2], process.argv.slice(3));
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  say(error.message);
  process.exitCode = 1;
}
