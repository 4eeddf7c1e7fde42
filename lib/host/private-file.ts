import { randomUUID } from "node:crypto";
import { link, open, readFile, rename, rm, stat } from "node:fs/promises";
import { StudioError } from "../errors.ts";
import { errorCode } from "./node-error.ts";

const GROUP_AND_OTHERS = 0o077;

/**
 * The text of a file that only its owner may read, or null when there is none.
 *
 * @throws StudioError `forbidden` when others may read the file, since what it holds is then no secret
 */
export async function findPrivateFile(path: string): Promise<string | null> {
  try {
    const { mode } = await stat(path);
    if (process.platform !== "win32" && (mode & GROUP_AND_OTHERS) !== 0) {
      throw new StudioError("forbidden", `Others may read ${path}. Close it with: chmod 600 ${path}`);
    }
    return await readFile(path, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    if (errorCode(error) === "EACCES") {
      throw new StudioError("forbidden", `${path} belongs to another user. Start Tessera as that user.`, {
        cause: error,
      });
    }
    throw error;
  }
}

/** Writes a file that only its owner may read, whole or not at all, and replaces any older one. */
export async function writePrivateFile(path: string, text: string): Promise<void> {
  await rename(await writeBeside(path, text), path);
}

/**
 * The text of a private file, made first when there is none. Of several processes that come at the same moment, one
 * makes the file and all read the same text.
 */
export async function readOrCreatePrivateFile(path: string, make: () => string): Promise<string> {
  const present = await findPrivateFile(path);
  if (present !== null) return present;
  const made = make();
  const beside = await writeBeside(path, made);
  try {
    await link(beside, path);
    return made;
  } catch (error) {
    if (errorCode(error) !== "EEXIST") throw error;
    return readOrCreatePrivateFile(path, make);
  } finally {
    await rm(beside, { force: true });
  }
}

async function writeBeside(path: string, text: string): Promise<string> {
  const beside = `${path}.${randomUUID()}.new`;
  const file = await open(beside, "wx", 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return beside;
}
