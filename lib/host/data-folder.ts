import { chmod, mkdir, open, rm, stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { StudioError } from "../errors.ts";
import { errorCode } from "./node-error.ts";

const asRoot = () => process.getuid?.() === 0;
/** PostgreSQL does not run as root, and its user must pass through the folder; nobody else may list it. */
const PASS_THROUGH = 0o011;

/**
 * Makes the data folder where it is missing and makes sure that it can be written.
 *
 * @returns its absolute path
 * @throws StudioError `unavailable`, saying what stands in the way and the mend
 */
export async function prepareDataFolder(path: string): Promise<string> {
  const folder = resolve(path);
  try {
    await makeFolder(folder);
    const { mode, uid } = await stat(folder);
    if (asRoot() && uid === 0 && (mode & PASS_THROUGH) !== PASS_THROUGH)
      await chmod(folder, (mode & 0o7777) | PASS_THROUGH);
    const probe = join(folder, `.probe-${process.pid}`);
    await (await open(probe, "w", 0o600)).close();
    await rm(probe, { force: true });
  } catch (error) {
    throw new StudioError("unavailable", `The data folder ${folder} is not usable: ${reason(error)}`, { cause: error });
  }
  return folder;
}

/** Makes a folder and those above it. Node's own way to do so never ends where the system refuses with "no such file". */
async function makeFolder(path: string): Promise<void> {
  const make = () => mkdir(path, { mode: asRoot() ? 0o711 : 0o700 });
  try {
    await make();
  } catch (error) {
    if (errorCode(error) === "EEXIST" && (await stat(path)).isDirectory()) return;
    if (errorCode(error) !== "ENOENT" || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await make();
  }
}

function reason(error: unknown): string {
  switch (errorCode(error)) {
    case "EEXIST":
    case "ENOTDIR":
      return "a file stands in its place. Choose another with --data.";
    case "EACCES":
    case "EPERM":
      return "this user may not write there. Change its owner, or choose another with --data.";
    case "ENOENT":
      return "no folder can be made there. Choose another with --data.";
    case "EROFS":
      return "it lies on a read-only disk. Choose another with --data.";
    case "ENOSPC":
      return "the disk is full. Make room, or choose another with --data.";
    default:
      return error instanceof Error ? `${error.message}.` : "the reason is unknown.";
  }
}
