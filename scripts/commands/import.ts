import { createWriteStream } from "node:fs";
import { readFile, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { type Command, Option } from "commander";
import { StudioError } from "#lib/errors.ts";
import { RecordShape } from "#lib/schema/import.ts";
import { type ImportProgress, importNow } from "#lib/services/import-now.ts";
import { rejectLines } from "#lib/services/read-rejects.ts";
import type { World } from "#lib/world/world.ts";
import { operator, runCommand } from "./run-command.ts";

/** `tessera import` */
export function addImport(program: Command): void {
  program
    .command("import")
    .description("take a file over into a project: JSON lines, a JSON array or CSV, plain or gzip")
    .argument("<file>", "the file")
    .requiredOption("--project <slug>", "the project")
    .addOption(
      new Option("--format <shape>", "what a record looks like; recognised by default")
        .choices(["auto", ...RecordShape.options])
        .default("auto"),
    )
    .addOption(
      new Option("--new-cultures <rule>", "what to do with labels of cultures that the registry does not hold")
        .choices(["create", "reject"])
        .default("reject"),
    )
    .option("--map <file>", 'JSON that says which column feeds which field, and {"labels": {"label": "code"}}')
    .action(async (file: string, { project, format, newCultures, map }, command: Command) => {
      const order = {
        project: String(project),
        file,
        shape: format === "auto" ? null : RecordShape.parse(format),
        newCultures: newCultures === "create" ? ("create" as const) : ("reject" as const),
        map: map === undefined ? null : await readMap(String(map)),
      };
      await runCommand(
        command,
        async (world) => {
          const progress = showProgress();
          const { id, fileName, ...counts } = await importNow(world, operator, order, progress.tell).finally(
            progress.end,
          );
          const rejectsFile = counts.rejected === 0 ? null : await writeRejects(world, id, fileName);
          return { ...counts, rejectsFile };
        },
        ({ read, inserted, updated, unchanged, rejected, rejectsFile }) =>
          [
            `${read} read: ${inserted} inserted, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected.`,
            ...(rejectsFile === null ? [] : [`The rejected lines, each with its reason: ${rejectsFile}`]),
          ].join("\n"),
      );
    });
}

async function readMap(path: string): Promise<unknown> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new StudioError("not_found", `There is no file ${path} that can be read.`, { cause: error });
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    const said = error instanceof Error ? error.message : "";
    throw new StudioError("invalid", `${path} is not JSON: ${said}.`, { cause: error });
  }
}

/** Writes the rejected lines into the current folder, whole or not at all. */
async function writeRejects(world: World, importId: string, fileName: string): Promise<string> {
  const path = resolve(`${fileName}.rejects.jsonl`);
  const beside = `${path}.${process.pid}.part`;
  try {
    await pipeline(rejectLines(world, importId), createWriteStream(beside));
    await rename(beside, path);
    return path;
  } catch (error) {
    await rm(beside, { force: true });
    throw new StudioError("unavailable", `The import is done, but ${path} cannot be written.`, { cause: error });
  }
}

/** Numbers on one line of a terminal; nothing where standard error goes to a file. */
function showProgress(): { tell(progress: ImportProgress): void; end(): void } {
  const { stderr } = process;
  if (!stderr.isTTY) return { tell: () => undefined, end: () => undefined };
  const words = { upload: "bytes kept", read: "lines read", commit: "lines taken over" };
  return {
    tell: ({ step, done, total }) =>
      void stderr.write(
        `\r\u001b[K${done.toLocaleString("en")}${total === null ? "" : ` of ${total.toLocaleString("en")}`} ${words[step]}`,
      ),
    end: () => void stderr.write("\r\u001b[K"),
  };
}
