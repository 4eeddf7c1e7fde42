// @ts-check
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const UNREADABLE_AFTER_MS = 5_000;

/**
 * Runs `work` while no other process that asks for the same lock does. A lock whose owner died is taken over.
 * @template T
 * @param {string} path the file that is the lock
 * @param {() => T | Promise<T>} work
 * @param {() => void} onWait told once when another one holds it
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait) {
  mkdirSync(dirname(path), { recursive: true });
  for (let told = false; !take(path); ) {
    if (ownerIsGone(path)) {
      putAside(path);
      continue;
    }
    if (!told) onWait();
    told = true;
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (code(error) === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} path */
function ownerIsGone(path) {
  try {
    const pid = Number.parseInt(readFileSync(path, "utf8"), 10);
    // An owner writes its number right after making the file, so an empty one is soon filled or was left by a crash.
    if (Number.isNaN(pid)) return Date.now() - statSync(path).mtimeMs > UNREADABLE_AFTER_MS;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return code(error) === "ESRCH";
  }
}

/**
 * Of several that find the owner gone only one succeeds in renaming the file.
 * @param {string} path
 */
function putAside(path) {
  const aside = `${path}.${process.pid}.gone`;
  try {
    renameSync(path, aside);
    rmSync(aside, { force: true });
  } catch (error) {
    if (code(error) !== "ENOENT") throw error;
  }
}

/** @param {unknown} error */
function code(error) {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
