import { requireProject } from "#lib/auth/require-project.ts";
import { StudioError } from "#lib/errors.ts";
import { safeFileName } from "#lib/import/file-names.ts";
import type { Actor } from "#lib/schema/actor.ts";
import type { ImportView } from "#lib/schema/import-view.ts";
import { importLimits } from "#lib/schema/limits.ts";
import { newFile } from "#lib/world/file-store.ts";
import type { World } from "#lib/world/world.ts";
import { answerOnce, type Command } from "./answer-once.ts";
import { toImportView } from "./import-view.ts";

const stallTimeout = 30_000;

export interface Upload {
  project: string;
  fileName: string;
  newCultures?: "review" | "create" | "reject";
  /** The file's bytes as they arrive. */
  chunks: AsyncIterable<Uint8Array>;
  /** How many bytes the sender announced, when it did. */
  announced?: number | null;
  /** Whether a worker is to stage it; the command line stages it itself. */
  enqueue?: boolean;
  /** An upload that sends nothing for so long is given up, in milliseconds; half a minute by default. */
  stallTimeout?: number;
}

/**
 * Keeps an uploaded file under its SHA-256 and makes an import of it. While the same file is being imported into the same
 * project, that import is returned instead of a second one. Memory stays at one chunk.
 */
export async function uploadImport(world: World, actor: Actor, upload: Upload, command?: Command): Promise<ImportView> {
  const project = await requireProject(world, actor, upload.project, "import.create");
  const file = await newFile(world.folder, "imports");
  let kept: { sha256: string; bytes: number };
  try {
    for await (const chunk of unlessStalled(upload.chunks, upload.stallTimeout ?? stallTimeout)) {
      if (file.bytes + chunk.byteLength > importLimits.fileBytes) {
        throw new StudioError(
          "too_large",
          `The file is larger than ${importLimits.fileBytes / 1024 ** 3} GB. Split it, or compress it with gzip.`,
        );
      }
      await file.write(chunk);
    }
    if (upload.announced != null && upload.announced !== file.bytes) {
      throw new StudioError(
        "malformed",
        `The upload broke off: ${file.bytes} of ${upload.announced} bytes came. Send the file again.`,
      );
    }
    kept = await file.finish((sha256) => sha256);
  } catch (error) {
    await file.discard();
    throw error;
  }
  // What was asked for is the file itself, so its content is part of what a key stands for.
  const key = { key: command?.key ?? world.newId(), requestHash: `${command?.requestHash ?? ""}:${kept.sha256}` };
  return answerOnce(world, actor, key, async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(14, hashtext(${project.id + kept.sha256}))`;
    const running = await tx.import.findFirst({
      where: {
        projectId: project.id,
        sha256: kept.sha256,
        state: { in: ["uploaded", "staging", "review", "committing"] },
      },
    });
    if (running) return toImportView(running);
    const row = await tx.import.create({
      data: {
        id: world.newId(),
        projectId: project.id,
        fileName: safeFileName(upload.fileName),
        sha256: kept.sha256,
        bytes: kept.bytes,
        state: "uploaded",
        newCultures: upload.newCultures ?? "review",
        createdBy: actor.userId,
        createdAt: world.now(),
      },
    });
    if (upload.enqueue !== false) await world.queue.enqueue(tx, "import.stage", { importId: row.id }, row.id);
    return toImportView(row);
  });
}

/** Passes chunks on; throws `timeout` when the next one does not come in time. */
async function* unlessStalled(
  chunks: AsyncIterable<Uint8Array>,
  milliseconds: number,
): AsyncGenerator<Uint8Array, void, void> {
  const iterator = chunks[Symbol.asyncIterator]();
  let stuck = false;
  try {
    for (;;) {
      let timer: NodeJS.Timeout | undefined;
      const stalled = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          stuck = true;
          reject(new StudioError("timeout", "The upload stalled. Send the file again."));
        }, milliseconds);
      });
      const next = await Promise.race([iterator.next(), stalled]).finally(() => clearTimeout(timer));
      if (next.done) return;
      yield next.value;
    }
  } finally {
    // An iterator that is stuck in `next` answers `return` only after it, which may be never.
    const returned = Promise.resolve(iterator.return?.()).catch(() => {});
    if (!stuck) await returned;
  }
}
