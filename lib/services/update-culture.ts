import { CultureView } from "#lib/schema/project.ts";
import { UpdateCultureInput } from "#lib/schema/vocabulary-input.ts";
import { defineChange } from "./define.ts";
import { requireVersion } from "./require-version.ts";

/** Changes an entry of the culture registry; conversations keep it, since they hold its id. */
export const updateCulture = defineChange(
  { action: "vocabulary.edit", summary: "Change a culture", Input: UpdateCultureInput, Output: CultureView },
  async ({ project, tx, record }, { project: _slug, culture: id, expectedVersion, ...changes }) => {
    const before = requireVersion(
      await tx.culture.findFirst({ where: { id, projectId: project.id }, omit: { projectId: true } }),
      "culture",
      expectedVersion,
    );
    await tx.culture.update({ where: { id }, data: { ...changes, version: { increment: 1 } } });
    const after = { ...before, ...changes, version: before.version + 1 };
    await record({
      kind: "culture.updated",
      fromVersion: before.version,
      toVersion: after.version,
      payload: { id, before, after },
    });
    return CultureView.parse({
      ...after,
      conversations: await tx.conversation.count({ where: { projectId: project.id, cultureId: id } }),
    });
  },
);
