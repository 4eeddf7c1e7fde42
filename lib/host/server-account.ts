import { execFile } from "node:child_process";
import { access, constants, readFile, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { StudioError } from "../errors.ts";
import { errorCode } from "./node-error.ts";

const run = promisify(execFile);

/** Who PostgreSQL runs as, when that is not whoever started Tessera. */
export interface ServerAccount {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. So under root it runs as the owner of the cluster, or for a new cluster as the user
 * `postgres`, who is made when missing. Null when we are not root and need nobody else.
 *
 * @throws StudioError `forbidden` when the cluster belongs to another user and we are not root
 */
export async function findServerAccount(cluster: string): Promise<ServerAccount | null> {
  const owner = await findOwner(cluster);
  const self = process.getuid?.();
  if (self === undefined) return null;
  if (self !== 0) {
    if (owner === null || owner.uid === self) return null;
    throw new StudioError(
      "forbidden",
      `${cluster} belongs to another user. Start Tessera as that user, or choose another folder with --data.`,
    );
  }
  if (owner !== null && owner.uid !== 0) return owner;
  return (await findUser("postgres")) ?? (await makeUser("postgres"));
}

async function findOwner(path: string): Promise<ServerAccount | null> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

async function findUser(name: string): Promise<ServerAccount | null> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function makeUser(name: string): Promise<ServerAccount> {
  try {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name]);
  } catch {
    // Another start may have made it at the same moment; what counts is whether it is there now.
  }
  const made = await findUser(name);
  if (made === null) {
    throw new StudioError(
      "unavailable",
      `PostgreSQL does not run as root, and the user "${name}" cannot be made. Start Tessera as an ordinary user, or set DATABASE_URL.`,
    );
  }
  return made;
}

/** A command line, and who it is to run as. */
export interface ServerCommand {
  file: string;
  args: string[];
  options: { uid?: number; gid?: number };
}

/**
 * How to run a program of PostgreSQL as its account. Where a folder on the way is closed to that account (a checkout or a
 * data folder under /root), it is given the one right that it lacks, to pass through closed folders. Containers often keep
 * that right even from root; then the next wider one, over files, has to do.
 *
 * @param needed the paths that the account must reach
 * @throws StudioError `unavailable` naming the closed folder, where that right cannot be given
 */
export async function commandAs(
  account: ServerAccount | null,
  file: string,
  args: string[],
  needed: string[],
): Promise<ServerCommand> {
  if (account === null) return { file, args, options: {} };
  const closed = (await Promise.all(needed.map((path) => findClosedFolder(path, account)))).find(
    (path) => path !== null,
  );
  if (closed === undefined) return { file, args, options: account };
  const setpriv = await findProgram("setpriv");
  if (setpriv === null) {
    throw new StudioError(
      "unavailable",
      `The user that runs PostgreSQL cannot enter ${closed}. Choose another folder with --data, or start Tessera as an ordinary user.`,
    );
  }
  const as = ["--reuid", String(account.uid), "--regid", String(account.gid), "--clear-groups"];
  const right = (await mayGive(DAC_READ_SEARCH)) ? "+dac_read_search" : "+dac_override";
  return { file: setpriv, args: [...as, "--inh-caps", right, "--ambient-caps", right, file, ...args], options: {} };
}

async function findClosedFolder(path: string, account: ServerAccount): Promise<string | null> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode, uid, gid } = await stat(folder);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & 1) === 0) return folder;
    if (folder === dirname(folder)) return null;
  }
}

/** The number of the Linux capability to read and search any folder. */
const DAC_READ_SEARCH = 2n;

async function mayGive(capability: bigint): Promise<boolean> {
  const effective = /^CapEff:\s*([0-9a-f]+)/m.exec(await readFile("/proc/self/status", "utf8"))?.[1] ?? "0";
  return ((BigInt(`0x${effective}`) >> capability) & 1n) === 1n;
}

async function findProgram(name: string): Promise<string | null> {
  for (const folder of ["/usr/bin", "/bin", "/usr/local/bin"]) {
    try {
      await access(`${folder}/${name}`, constants.X_OK);
      return `${folder}/${name}`;
    } catch {
      // look in the next folder
    }
  }
  return null;
}
