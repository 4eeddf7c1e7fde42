import { z } from "zod";
import { StudioError } from "#lib/errors.ts";
import { ImportView } from "#lib/schema/import-view.ts";
import { defineChange } from "./define.ts";
import { getImportRow } from "./find-import.ts";
import { toImportView } from "./import-view.ts";
import { beginCommit } from "./run-import-commit.ts";

const Input = z.strictObject({ project: z.string(), import: z.uuid() });

/** Has a worker take a reviewed import over into the project. */
export const commitImport = defineChange(
  { action: "import.commit", summary: "Commit a reviewed import", Input, Output: ImportView },
  async ({ world, project, tx, record }, input) => {
    const row = await getImportRow(tx, project.id, input.import);
    if (row.state === "review" && row.inserted + row.updated + row.unchanged === 0) {
      throw new StudioError(
        "conflict",
        "No line of this import can be taken over yet. Map its columns or labels first.",
      );
    }
    const begun = await beginCommit(tx, row.id);
    if (begun.state === "committing") {
      await world.queue.enqueue(tx, "import.commit", { importId: row.id }, row.id);
      if (row.state === "review")
        await record({
          kind: "import.committed",
          payload: { import: row.id, fileName: row.fileName, sha256: row.sha256 },
        });
    }
    return toImportView(begun);
  },
);

/** Gives a staged import up; nothing of it has reached the project. */
export const cancelImport = defineChange(
  { action: "import.create", summary: "Cancel an import before its commit", Input, Output: ImportView },
  async ({ world, project, tx }, input) => {
    const row = await getImportRow(tx, project.id, input.import);
    const { count } = await tx.import.updateMany({
      where: { id: row.id, state: { in: ["uploaded", "staging", "review", "refused"] } },
      data: { state: "cancelled", finishedAt: world.now() },
    });
    if (count === 0 && row.state !== "cancelled")
      throw new StudioError("conflict", `This import is ${row.state}, so it cannot be cancelled.`);
    await tx.importRow.deleteMany({ where: { importId: row.id } });
    return toImportView(await getImportRow(tx, project.id, row.id));
  },
);
