import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { StudioError } from "#lib/errors.ts";

/** Rooms of the data folder for files of ours. */
export type FileRoom = "imports" | "exports";

export function pathIn(folder: string, room: FileRoom, name: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,120}$/.test(name)) throw new RangeError("Files of ours have plain names");
  return join(folder, room, name);
}

/** A file that appears under its name only when it is whole: written aside, synced, then renamed. */
export interface NewFile {
  /** Waits for the disk, so that memory stays flat. */
  write(chunk: Uint8Array): Promise<void>;
  readonly bytes: number;
  /** Makes it appear; returns the SHA-256 (hex) of its bytes. */
  finish(name: (sha256: string) => string): Promise<{ name: string; sha256: string; bytes: number }>;
  /** Takes the unfinished file away. */
  discard(): Promise<void>;
}

/** Begins a file in a room of the data folder. @throws StudioError `unavailable` when the disk is full */
export async function newFile(folder: string, room: FileRoom): Promise<NewFile> {
  const directory = join(folder, room);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const temporary = join(directory, `.${randomUUID()}.part`);
  const handle = await open(temporary, "wx", 0o600);
  const hash = createHash("sha256");
  let bytes = 0;
  return {
    get bytes() {
      return bytes;
    },
    async write(chunk) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      await handle.writeFile(chunk).catch(explain);
    },
    async finish(name) {
      await handle.sync().catch(explain);
      await handle.close();
      const sha256 = hash.digest("hex");
      const final = name(sha256);
      await rename(temporary, pathIn(folder, room, final));
      await syncDirectory(directory);
      return { name: final, sha256, bytes };
    },
    async discard() {
      await handle.close().catch(() => {});
      await rm(temporary, { force: true });
    },
  };
}

function explain(error: unknown): never {
  if (error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT")) {
    throw new StudioError("unavailable", "The disk is full. Make room in the data folder and try again.");
  }
  throw error;
}

async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The bytes of a file, in chunks. @throws StudioError `not_found` when it is gone */
export async function* readChunks(
  folder: string,
  room: FileRoom,
  name: string,
): AsyncGenerator<Uint8Array, void, void> {
  const path = pathIn(folder, room, name);
  if (!(await stat(path).catch(() => null)))
    throw new StudioError("not_found", "The file is no longer in the data folder.");
  yield* createReadStream(path, { highWaterMark: 1024 * 1024 });
}

/** Names of the files in a room that nobody has written since `olderThan`, unfinished ones among them. */
async function oldFiles(folder: string, room: FileRoom, olderThan: Date): Promise<string[]> {
  const directory = join(folder, room);
  const names = await readdir(directory).catch(() => []);
  const found: string[] = [];
  for (const name of names) {
    const file = await stat(join(directory, name)).catch(() => null);
    if (file && file.mtime < olderThan) found.push(name);
  }
  return found;
}

/** Sweeps unfinished files that no living process can still be writing: older than `olderThan`. Returns how many. */
export async function sweepParts(folder: string, room: FileRoom, olderThan: Date): Promise<number> {
  const parts = (await oldFiles(folder, room, olderThan)).filter((name) => name.endsWith(".part"));
  for (const name of parts) await rm(join(folder, room, name), { force: true });
  return parts.length;
}

/** Sweeps whole files older than `olderThan` of which `keptOf` does not say that they are needed. */
export async function sweepUnneeded(
  folder: string,
  room: FileRoom,
  olderThan: Date,
  keptOf: (names: readonly string[]) => Promise<ReadonlySet<string>>,
): Promise<void> {
  const names = (await oldFiles(folder, room, olderThan)).filter((name) => !name.endsWith(".part"));
  if (names.length === 0) return;
  const kept = await keptOf(names);
  for (const name of names) if (!kept.has(name)) await rm(pathIn(folder, room, name), { force: true });
}
