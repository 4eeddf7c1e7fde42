// @ts-check
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";

const PARENT_CHECK_MS = 250;

/**
 * Runs a program to its end and returns its exit status (128 + the signal that ended it). Signals to us go on to it; so does
 * the end of npm, which tells nobody when it is killed.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, output?: "inherit" | "stderr", tied?: boolean }} options `tied`: the program
 * listens for our end on an IPC channel, and stops then
 * @returns {Promise<number>}
 */
export function run(file, args, { cwd, env, output = "inherit", tied = false }) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env,
      stdio: [
        "inherit",
        output === "stderr" ? 2 : "inherit",
        "inherit",
        ...(tied ? /** @type {const} */ (["ipc"]) : []),
      ],
    });
    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => child.kill(signal);
    // Ctrl-C reaches the whole foreground group of a terminal, so the child has it already.
    const onInterrupt = () => {
      if (!process.stdin.isTTY) forward("SIGINT");
    };
    const onTerminate = () => forward("SIGTERM");
    process.on("SIGINT", onInterrupt).on("SIGTERM", onTerminate).on("SIGHUP", onTerminate);
    const watch = process.env.npm_lifecycle_event === undefined ? undefined : watchParent(onTerminate);
    const forget = () => {
      clearInterval(watch);
      process.off("SIGINT", onInterrupt).off("SIGTERM", onTerminate).off("SIGHUP", onTerminate);
    };
    child.once("error", (error) => {
      forget();
      reject(error);
    });
    child.once("close", (status, signal) => {
      forget();
      resolve(status ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/**
 * npm runs us through a shell, and neither passes on that it was killed: so we look whether both are still there.
 * @param {() => void} onGone
 */
function watchParent(onGone) {
  const before = ancestors();
  return setInterval(() => {
    if (ancestors() !== before) onGone();
  }, PARENT_CHECK_MS).unref();
}

/** Our parent, and where that is a shell its parent too. Systems that do not tell have the parent only. */
function ancestors() {
  const { ppid } = process;
  try {
    const [, name, , above] = /^\d+ \((.*)\) (\S) (\d+)/.exec(readFileSync(`/proc/${ppid}/stat`, "utf8")) ?? [];
    return /^(ba|da)?sh$/.test(name ?? "") ? `${ppid} ${above}` : `${ppid}`;
  } catch {
    return `${ppid}`;
  }
}
