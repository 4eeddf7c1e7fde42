import { execFileSync } from "node:child_process";

/** One running process of this machine. */
export interface RunningProcess {
  pid: number;
  parent: number;
  /** Its command line. */
  words: string;
}

/** All processes that run now; those that have ended and only wait to be collected are left out. */
export function listProcesses(): RunningProcess[] {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,stat=,args="], { encoding: "utf8" });
  return table.split("\n").flatMap((line) => {
    const [, pid, parent, state, words] = /^\s*(\d+)\s+(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    if (pid === undefined || parent === undefined || words === undefined || state?.startsWith("Z")) return [];
    return [{ pid: Number(pid), parent: Number(parent), words }];
  });
}

/** Sends a signal to a process that may have ended meanwhile; returns whether it was still there. */
export function signalTo(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

/** Whether a process runs; one that has ended and waits to be collected does not. */
export function isRunning(pid: number): boolean {
  return listProcesses().some((process) => process.pid === pid);
}
