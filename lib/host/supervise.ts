import { type ChildProcess, fork } from "node:child_process";
import { StudioError } from "../errors.ts";
import { type Order, Report } from "./child-messages.ts";

/** A part of the studio in a process of its own, started again when it dies. */
export interface Supervised {
  /** Tells the process, and each that replaces it, that the database is there. Resolves when it serves for the first time. */
  begin(): Promise<void>;
  /** Lets it finish what is under way, for so long at most, and resolves when it is gone. */
  stop(patienceMs: number): Promise<void>;
}

const SHORTEST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;
/** A process that lived this long had not failed at its start, so the next one may come at once. */
const HEALTHY_MS = 30_000;

/**
 * Starts a script as a child process and keeps it running: one that dies is started again, at once the first time and then
 * after ever longer waits, up to 5 s.
 *
 * @param onFailed told when the child says that it cannot serve and why; it is not started again then
 * @param onRestart told about each restart, for the log
 */
export function supervise({
  script,
  args,
  env,
  conditions,
  chatty = false,
  onFailed,
  onRestart,
}: {
  script: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  conditions: string[];
  chatty?: boolean;
  onFailed: (error: StudioError) => void;
  onRestart: (how: string) => void;
}): Supervised {
  let child: ChildProcess;
  let wait = SHORTEST_WAIT_MS;
  let begun = false;
  let stopping = false;
  let failed = false;
  let again: NodeJS.Timeout | undefined;
  const ready = Promise.withResolvers<void>();

  const start = () => {
    const born = Date.now();
    const execArgv = [
      ...conditions.map((condition) => `--conditions=${condition}`),
      "--disable-warning=ExperimentalWarning",
    ];
    // Standard output belongs to the supervisor: it carries the address and the set-up link, for scripts to read. What a part
    // has to say goes to standard error; on its standard output Next.js only chats, which developers want to see.
    child = fork(script, args, {
      env: { ...env, TESSERA_SUPERVISED: "1" },
      execArgv,
      stdio: ["ignore", chatty ? 2 : "ignore", 2, "ipc"],
    });
    if (begun) send({ type: "begin" });
    child.on("message", (message) => {
      const report = Report.parse(message);
      if (report.type === "ready") return ready.resolve();
      failed = true;
      onFailed(new StudioError("unavailable", report.message));
    });
    child.once("exit", (status, signal) => {
      if (stopping || failed) return;
      if (Date.now() - born > HEALTHY_MS) wait = SHORTEST_WAIT_MS;
      // A signal to the whole group ends the child first and reaches us a moment later; then it is not started again.
      again = setTimeout(() => {
        onRestart(signal ?? `status ${status}`);
        start();
      }, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    });
  };
  const send = (order: Order) => {
    // A child that dies at this very moment cannot be told; its end is heard by the listener above.
    if (child.connected) child.send(order, () => undefined);
  };
  start();

  return {
    begin() {
      begun = true;
      send({ type: "begin" });
      return ready.promise;
    },
    async stop(patienceMs) {
      stopping = true;
      clearTimeout(again);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
      send({ type: "stop" });
      const killer = setTimeout(() => child.kill("SIGKILL"), patienceMs);
      await gone;
      clearTimeout(killer);
    },
  };
}
