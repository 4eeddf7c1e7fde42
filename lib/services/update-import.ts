import { StudioError } from "#lib/errors.ts";
import { ImportView, UpdateImportInput } from "#lib/schema/import-view.ts";
import { answerOnce } from "./answer-once.ts";
import { defineProjectRead, type Service } from "./define.ts";
import { getImportRow } from "./find-import.ts";
import { toImportView } from "./import-view.ts";
import { planImport } from "./plan-import.ts";

const definition = {
  action: "import.create",
  summary: "Choose shape, mapping and labels of an import",
  Input: UpdateImportInput,
  Output: ImportView,
} as const;

/**
 * Changes how a staged file is read. Another shape or mapping stages it anew; label choices only change what a commit would
 * do, so the counts are made anew at once.
 */
export const updateImport: Service<typeof UpdateImportInput, typeof ImportView> = {
  ...definition,
  changes: true,
  async run(world, actor, input, command) {
    const change = defineProjectRead(definition, async ({ actor: asker, project }, parsed) => {
      const key = command ?? { key: world.newId(), requestHash: "" };
      const view = await answerOnce(world, asker, key, async (tx) => {
        const row = await getImportRow(tx, project.id, parsed.import);
        if (row.state !== "review" && !(row.state === "refused" && (parsed.shape || parsed.mapping))) {
          throw new StudioError("conflict", `This import is ${row.state}, so its mapping can no longer change.`);
        }
        const { shape, mapping, newCultures } = parsed;
        const again = shape !== undefined || mapping !== undefined;
        const labels = { ...(typeof row.labels === "object" ? row.labels : {}), ...parsed.labels };
        const changed = await tx.import.update({
          where: { id: row.id },
          data: {
            labels,
            ...(newCultures ? { newCultures } : {}),
            ...(mapping ? { mapping } : {}),
            ...(again ? { shape: shape ?? null, state: "uploaded", problem: null } : {}),
          },
        });
        if (again) await world.queue.enqueue(tx, "import.stage", { importId: row.id }, row.id);
        return toImportView(changed);
      });
      if (view.state !== "review") return view;
      await planImport(world, parsed.import);
      return toImportView(await getImportRow(world.db, project.id, parsed.import));
    });
    return change.run(world, actor, input);
  },
};
