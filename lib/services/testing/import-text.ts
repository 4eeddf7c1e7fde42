import { z } from "zod";
import type { Actor } from "#lib/schema/actor.ts";
import type { ImportPreview, ImportView, UpdateImportInput } from "#lib/schema/import-view.ts";
import type { World } from "#lib/world/world.ts";
import { commitImport } from "../commit-import.ts";
import { getImport } from "../get-import.ts";
import { rejectLines } from "../read-rejects.ts";
import { runImportCommit } from "../run-import-commit.ts";
import { stageImport } from "../stage-import.ts";
import { updateImport } from "../update-import.ts";
import { uploadImport } from "../upload-import.ts";

export const operator: Actor = { kind: "operator", userId: null, name: "operator" };

export interface FileToImport {
  project: string;
  text: string | Uint8Array;
  fileName?: string;
  newCultures?: "review" | "create" | "reject";
  actor?: Actor;
}

/** Uploads and stages a file as the worker would; returns what the review page shows. */
export async function stageText(world: World, file: FileToImport): Promise<ImportPreview> {
  const { project, text, fileName = "file.jsonl", newCultures, actor = operator } = file;
  const upload = await uploadImport(world, actor, { project, fileName, newCultures, chunks: chunksOf(text) });
  await stageImport(world, upload.id);
  return preview(world, project, upload.id);
}

export async function preview(world: World, project: string, id: string): Promise<ImportPreview> {
  return getImport.run(world, operator, { project, import: id });
}

/** Changes a staged import and stages it again where that is needed. */
export async function reviseImport(world: World, input: z.input<typeof UpdateImportInput>): Promise<ImportPreview> {
  await updateImport.run(world, operator, input);
  await stageImport(world, input.import);
  return preview(world, input.project, input.import);
}

/** Commits a staged import as the worker would. */
export async function commitStaged(world: World, project: string, id: string): Promise<ImportView> {
  await commitImport.run(world, operator, { project, import: id });
  await runImportCommit(world, id);
  return (await preview(world, project, id)).import;
}

/** The whole way of a file into a project. */
export async function importText(world: World, file: FileToImport): Promise<ImportView> {
  const staged = await stageText(world, file);
  return commitStaged(world, file.project, staged.import.id);
}

/** An import's counts: read, inserted, updated, unchanged, rejected. */
export function countsOf({ read, inserted, updated, unchanged, rejected }: ImportView): number[] {
  return [read, inserted, updated, unchanged, rejected];
}

/** The rejected lines of an import, as the download gives them. */
export async function rejectsOf(world: World, id: string): Promise<Reject[]> {
  let text = "";
  for await (const lines of rejectLines(world, id)) text += lines;
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Reject.parse(JSON.parse(line)));
}

const Reject = z.strictObject({
  line: z.int(),
  byteOffset: z.int(),
  code: z.string(),
  field: z.string().nullable(),
  message: z.string(),
  excerpt: z.string(),
});
type Reject = z.infer<typeof Reject>;

/** Lines of Tessera's own format: a question of each of the given cultures. */
export function jsonLines(records: readonly unknown[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

/** A conversation of one question and one answer, as an import takes it. */
export function record(id: string | null, culture: string, question: string, answer: string, more: object = {}) {
  return {
    ...(id === null ? {} : { id }),
    culture,
    language: "en",
    messages: [
      { role: "user", content: question },
      { role: "assistant", content: answer },
    ],
    ...more,
  };
}

export async function* chunksOf(text: string | Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  for (let start = 0; start < bytes.length; start += 65_536) yield bytes.subarray(start, start + 65_536);
}
