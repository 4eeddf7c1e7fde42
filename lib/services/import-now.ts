import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { requireProject } from "#lib/auth/require-project.ts";
import { type Import, Prisma } from "#lib/db/generated/client.ts";
import { StudioError } from "#lib/errors.ts";
import type { Actor } from "#lib/schema/actor.ts";
import { ColumnMapping, type RecordShape, SourceColumn } from "#lib/schema/import.ts";
import { parse } from "#lib/schema/parse.ts";
import type { World } from "#lib/world/world.ts";
import { answerOnce } from "./answer-once.ts";
import { appendEvent } from "./append-event.ts";
import { planImport } from "./plan-import.ts";
import { beginCommit, runImportCommit } from "./run-import-commit.ts";
import { stageImport } from "./stage-import.ts";
import { uploadImport } from "./upload-import.ts";

/** A mapping of columns, and of culture labels to codes of the registry. */
export const ImportMap = ColumnMapping.extend({ labels: z.record(z.string(), z.string().max(40)).default({}) });

export interface ImportOrder {
  project: string;
  file: string;
  /** Null recognises it. */
  shape: RecordShape | null;
  newCultures: "create" | "reject";
  map: unknown;
}

/** How far an import is. */
export interface ImportProgress {
  step: "upload" | "read" | "commit";
  done: number;
  total: number | null;
}

export interface ImportedNow {
  id: string;
  fileName: string;
  read: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

/** Progress is told about so often, in milliseconds. */
const tellEvery = 500;

/**
 * Imports a file in this process, without a worker: keeps it, reads it, takes it over. Killed at any point it is finished by
 * the next call with the same file, from where it was.
 *
 * @throws StudioError saying what to do when the file cannot be read or needs a mapping
 */
export async function importNow(
  world: World,
  actor: Actor,
  order: ImportOrder,
  tell: (progress: ImportProgress) => void = () => undefined,
): Promise<ImportedNow> {
  const project = await requireProject(world, actor, order.project, "import.commit");
  const { labels, ...mapping } = parse(ImportMap, order.map ?? {});
  await requireCodes(world, project.id, Object.values(labels));
  const bytes = await sizeOf(order.file);
  const uploaded = await uploadImport(world, actor, {
    project: project.slug,
    fileName: basename(order.file),
    newCultures: order.newCultures,
    chunks: counted(createReadStream(order.file, { highWaterMark: 1024 * 1024 }), (done) =>
      tell({ step: "upload", done, total: bytes }),
    ),
    enqueue: false,
  });
  let row = await world.db.import.findUniqueOrThrow({ where: { id: uploaded.id } });
  const telling = tellWhile(world, row.id, tell);
  try {
    if (row.state !== "committing") row = await stage(world, row, order, mapping, labels);
    await commitNow(world, actor, row);
  } finally {
    clearInterval(telling);
  }
  row = await world.db.import.findUniqueOrThrow({ where: { id: row.id } });
  if (row.state !== "done")
    throw new StudioError("conflict", `The import is ${row.state}${row.problem ? `: ${row.problem}` : ""}.`);
  const { id, fileName, read, inserted, updated, unchanged, rejected } = row;
  return { id, fileName, read, inserted, updated, unchanged, rejected };
}

async function stage(
  world: World,
  row: Import,
  order: ImportOrder,
  mapping: ColumnMapping,
  codes: Readonly<Record<string, string>>,
): Promise<Import> {
  const mapped = Object.keys(mapping).length > 0;
  const again = mapped || order.shape !== null || row.shape !== null;
  const labels = Object.fromEntries(
    Object.entries(codes).map(([label, code]) => [label, { action: "map" as const, code }]),
  );
  await world.db.import.updateMany({
    where: { id: row.id, state: { in: ["uploaded", "staging", "review"] } },
    data: {
      newCultures: order.newCultures,
      labels,
      ...(again
        ? { shape: order.shape, mapping: mapped ? mapping : Prisma.DbNull, state: "uploaded", problem: null }
        : {}),
    },
  });
  await stageImport(world, row.id);
  // A stage from before is planned anew with the rules given now.
  await planImport(world, row.id);
  const staged = await world.db.import.findUniqueOrThrow({ where: { id: row.id } });
  if (staged.state === "refused")
    throw new StudioError("invalid", staged.problem ?? "The file cannot be read.", { details: { import: row.id } });
  if (staged.shape === null) throw needsMapping(staged);
  return staged;
}

/** Nobody has said what the columns hold, and no known shape fits. */
function needsMapping(row: Import): StudioError {
  const columns = z.array(SourceColumn).parse(row.columns ?? []);
  const names = columns.map(({ path }) => path).join(", ");
  return new StudioError(
    "invalid",
    `The records have no shape that is known. Say which columns hold what with --map, for instance {"question": "…", "answer": "…", "culture": "…"}; or name the shape with --format. The columns are: ${names}.`,
    { details: { import: row.id, columns } },
  );
}

/** Takes a staged import over in this process, with the event that a person's click would leave. */
export async function commitNow(world: World, actor: Actor, row: Import): Promise<void> {
  const key = world.newId();
  await answerOnce(world, actor, { key, requestHash: "" }, async (tx) => {
    const begun = await beginCommit(tx, row.id);
    if (row.state === "review" && begun.state === "committing")
      await appendEvent(tx, row.projectId, actor, key, {
        kind: "import.committed",
        payload: { import: row.id, fileName: row.fileName, sha256: row.sha256 },
      });
    return {};
  });
  await runImportCommit(world, row.id);
}

async function requireCodes(world: World, projectId: string, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const known = await world.db.culture.findMany({
    where: { projectId, code: { in: [...codes] } },
    select: { code: true },
  });
  const unknown = codes.find((code) => !known.some((culture) => culture.code === code));
  if (unknown !== undefined)
    throw new StudioError("invalid", `labels: the culture “${unknown}” is not in this project's registry.`);
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch((error: unknown) => {
    throw new StudioError("not_found", `There is no file ${file} that can be read.`, { cause: error });
  });
  if (!found.isFile()) throw new StudioError("invalid", `${file} is not a file.`);
  return found.size;
}

async function* counted(chunks: AsyncIterable<Uint8Array>, tell: (done: number) => void): AsyncGenerator<Uint8Array> {
  let done = 0;
  let told = Date.now();
  for await (const chunk of chunks) {
    done += chunk.byteLength;
    if (Date.now() - told > tellEvery) {
      told = Date.now();
      tell(done);
    }
    yield chunk;
  }
}

/** Tells how far the import is by what it writes of itself. */
function tellWhile(world: World, id: string, tell: (progress: ImportProgress) => void): NodeJS.Timeout {
  const look = async () => {
    const row = await world.db.import.findUnique({ where: { id } });
    if (row?.state === "staging") tell({ step: "read", done: row.read, total: null });
    if (row?.state === "committing") tell({ step: "commit", done: row.committedLine, total: row.read });
  };
  return setInterval(() => void look().catch(() => undefined), tellEvery);
}
