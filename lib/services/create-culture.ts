import { StudioError } from "#lib/errors.ts";
import { CultureView } from "#lib/schema/project.ts";
import { CreateCultureInput } from "#lib/schema/vocabulary-input.ts";
import { defineChange } from "./define.ts";

/** Adds an entry to the project's culture registry. */
export const createCulture = defineChange(
  { action: "vocabulary.edit", summary: "Add a culture", Input: CreateCultureInput, Output: CultureView },
  async ({ world, project, tx, record }, { project: _slug, ...culture }) => {
    if ((await tx.culture.count({ where: { projectId: project.id, code: culture.code } })) > 0) {
      throw new StudioError("invalid", `code: “${culture.code}” is in the registry already.`, {
        fields: [{ field: "code", message: "is in the registry already" }],
      });
    }
    const id = world.newId();
    await tx.culture.create({ data: { id, projectId: project.id, ...culture } });
    await record({ kind: "culture.created", payload: { id, ...culture } });
    return { id, ...culture, version: 1, conversations: 0 };
  },
);
